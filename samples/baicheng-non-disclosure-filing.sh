#!/usr/bin/env bash
# What the Baicheng Commerce Bureau did not disclose is filed each quarter: the calendar opens the filing, the refusals of the quarter are in it.
. "$(dirname "$0")/lib.sh"
bureau=baicheng.commerce-bureau
handler=$(key 商务局承办人 $bureau registrar handler)
compiler=$(key 报备承办人 $bureau compiler)
secrecy=$(key 保密工作领导小组 $bureau secrecy-group)
leader=$(key 分管领导 $bureau leader-in-charge)
group=$(key 信息公开工作领导小组 $bureau disclosure-group)

today 2026-11-16
id=$(open "$handler" baicheng.disclosure-application $bureau '{
  "channel": "letter", "applicant.kind": "citizen", "applicant.name": "王五", "applicant.idType": "居民身份证", "applicant.idNumber": "220802199001011234",
  "applicant.phone": "13900000000", "request.description": "某企业专项资金申报材料", "request.form": "纸面" }')
fire "$handler" "$id" register
fire "$handler" "$id" reply '{ "reply.outcome": "refused", "reply.grounds": [ "commercial-secret" ], "reply.reasons": "含企业报价",
  "information.title": "专项资金申报材料", "information.documentNumber": "白商〔2026〕8号", "information.madeOn": "2026-05-20" }'

today 2026-12-21
filing=$(call "$compiler" GET "/cases?procedure=baicheng.non-disclosure-filing&agency=$bureau&openedFrom=2026-12-20" | jq -r '.cases[0].id')
expect '日历立案' "$(state "$compiler" "$filing")" 填写报备表
expect '季度末最后一个工作周的最后一日' "$(due "$compiler" "$filing" filing)" 2026-12-31
fire "$compiler" "$filing" submit '{ "filing.recipient": "白城市政务公开办公室" }'
fire "$secrecy" "$filing" pass '{ "secrecyGroup.opinion": "不属于国家秘密，不定密级" }'

today 2026-12-28
fire "$leader" "$filing" sign
fire "$compiler" "$filing" file
fire "$group" "$filing" question '{ "questioned": "申报材料中的资金总额应当公开" }'
fire "$secrecy" "$filing" give-opinion '{ "reexamination.opinion": "资金总额不涉及商业秘密" }'
fire "$group" "$filing" conclude '{ "verdicts": [ { "title": "专项资金总额", "verdict": "to-disclose" } ] }'
publication=$(child "$compiler" "$filing" baicheng.proactive-disclosure)
expect '责令公开' "$(state "$compiler" "$publication")" 办公室办理中

say '报备期限逐日说明'
explain "$compiler" "$filing" filing
documents "$compiler" "$filing" "${DOCUMENTS:-$(mktemp -d)}"
say '完'
