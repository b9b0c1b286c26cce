#!/usr/bin/env bash
# What a refusal withholds is filed twice a year: the calendar opens the filing with its entry, the openness office and the secrecy
# body confirm it or order it to be disclosed.
. "$(dirname "$0")/lib.sh"
bureau=huadian.education-bureau

window=$(key 受理窗口 $bureau registrar)
handler=$(key 承办人 $bureau handler)
secrecy=$(key 保密部门 $bureau secrecy-reviewer)
openness=$(key 政务公开办 huadian.openness-office openness-reviewer)
department=$(key 市保密局 huadian.secrecy-bureau secrecy-officer)

today 2026-10-09
id=$(open "$window" huadian.disclosure-application $bureau '{
  "channel": "in-person", "request.formSource": "city",
  "applicant.kind": "citizen", "applicant.name": "李四", "applicant.idType": "居民身份证", "applicant.idNumber": "220282199001011234",
  "applicant.phone": "13800000000", "applicant.signed": true, "applicant.appliedOn": "2026-10-09",
  "enclosures": ["id-copy"], "request.description": "某公司食堂供货合同", "request.media": ["paper"], "request.delivery": ["collection"] }')
fire "$window" "$id" register '{ "handling.officer": "张三" }'
fire "$window" "$id" accept '{ "preliminary.identityGenuine": true }'
fire "$handler" "$id" begin-detailed-review '{ "handling.outOfOrder": false }'
fire "$handler" "$id" record-findings '{ "findings.stateSecret": "no", "findings.securityOrStability": "no", "findings.commercialSecret": "yes",
  "findings.personalPrivacy": "no", "findings.needsApproval": "no", "findings.needsThirdPartyOpinion": "no" }'
fire "$handler" "$id" escalate-secrecy '{ "secrecy.informationName": "供货合同", "secrecy.informationContent": "合同及其附件", "secrecy.doubt": "价格是否属于商业秘密" }'
review=$(child "$handler" "$id" huadian.secrecy-review)
fire "$handler" "$review" conclude '{ "officeReview.inDoubt": false, "officeReview.mayEndanger": false, "conclusion": "commercial-secret",
  "separable": false, "reasons": "供货价格", "reviewer": "周八" }'
fire "$handler" "$id" reply '{ "reply.outcome": "refused", "reply.grounds": ["commercial-secret"], "reply.reasons": "商业秘密",
  "information.title": "食堂供货合同", "information.description": "供货价格及数量", "information.registerReason": "商业秘密",
  "information.madeOn": "2025-08-20", "information.madeBy": "桦甸市教育局" }'

today 2026-12-01
filing=$(call "$handler" GET "/cases?procedure=huadian.non-disclosure-filing&agency=$bureau&schedule=second-filing&period=2026-12-01" | jq -r '.cases[0].id')
expect '按日历立案' "$(state "$handler" "$filing")" 已归集，填报中
expect '报备期限' "$(due "$handler" "$filing" filing)" 2026-12-31
expect '归集的信息' "$(call "$handler" GET "/cases/$filing?personal=clear" | jq -r '.fields.entries[0].title // empty')" 食堂供货合同

today 2026-12-10
fire "$handler" "$filing" submit-to-check
refused "$secrecy" "$filing" pass-check '{ "check.reviewer": "周八", "check.levelled": false }'
fire "$secrecy" "$filing" pass-check '{ "check.reviewer": "周八", "check.levelled": true }'
fire "$handler" "$filing" file

today 2026-12-15
confirmation=$(child "$handler" "$filing" huadian.filing-confirmation)
refused "$openness" "$confirmation" confirm '{ "members": "法制办", "eachExamined": true, "filing.complete": true, "filing.truthful": true }'
opinion=$(child "$openness" "$confirmation" huadian.filing-secrecy-opinion)
fire "$department" "$opinion" give-opinion '{ "opinion": "不属于国家秘密", "reviewer": "吴九" }'
fire "$openness" "$confirmation" confirm '{ "members": "法制办、监察局", "eachExamined": true, "filing.complete": true, "filing.truthful": true,
  "rejected": [ { "title": "食堂供货合同", "why": "中标价格已经公示", "madeBy": "桦甸市教育局" } ] }'
expect '报备' "$(state "$handler" "$filing")" 报备完成
disclosure=$(child "$handler" "$filing" huadian.proactive-disclosure)
expect '责令公开的信息' "$(state "$handler" "$disclosure")" 发布前审查
expect '公开时限' "$(due "$handler" "$disclosure" publication)" 2027-01-13

folder=${DOCUMENTS:-$(mktemp -d)}
say "文书在 $folder"
documents "$openness" "$confirmation" "$folder"
say '完'
