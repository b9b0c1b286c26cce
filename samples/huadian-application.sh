#!/usr/bin/env bash
# The whole life of an application for disclosure in Huadian, from receipt to delivery, on the calendar of 2026.
#   dotnet run --project Workflows.Api -- --sandbox-clock 2026-03-02T09:00:00+08:00
#   OWNER=… samples/huadian-application.sh
. "$(dirname "$0")/lib.sh"
bureau=huadian.education-bureau

window=$(key 受理窗口 $bureau registrar)
handler=$(key 承办人 $bureau handler)
head=$(key 公开工作机构负责人 $bureau office-head)
leader=$(key 机关负责人 $bureau agency-leader)
reviewer=$(key 保密审查责任人 $bureau secrecy-reviewer handler)
secrecy=$(key 市保密局 huadian.secrecy-bureau determiner determining-leader)

today 2026-03-02
id=$(open "$window" huadian.disclosure-application $bureau '{
  "channel": "email", "request.mark": true, "request.formSource": "city",
  "applicant.kind": "citizen", "applicant.name": "李四", "applicant.idType": "居民身份证", "applicant.idNumber": "220282199001011234",
  "applicant.phone": "13800000000", "applicant.email": "lisi@example.com", "applicant.signed": true, "applicant.appliedOn": "2026-03-02",
  "request.description": "某公司2025年承建学校食堂的合同", "request.media": ["email"], "request.delivery": ["email"] }')
fire "$window" "$id" register '{ "handling.officer": "张三" }'
expect '答复期限' "$(due "$window" "$id" reply)" 2026-03-23

today 2026-03-03
refused "$window" "$id" accept '{ "preliminary.identityGenuine": true }'
fire "$window" "$id" suspend '{ "suspension.reasons": ["citizen-id-copy-missing"] }'

today 2026-03-09
fire "$window" "$id" supplement '{ "handling.officer": "张三", "enclosures": ["id-copy"] }'
expect '重新登记，答复期限' "$(due "$window" "$id" reply)" 2026-03-30

today 2026-03-10
fire "$window" "$id" accept '{ "preliminary.identityGenuine": true }'
fire "$handler" "$id" begin-detailed-review '{ "handling.outOfOrder": false }'
fire "$handler" "$id" record-findings '{ "findings.stateSecret": "doubt", "findings.securityOrStability": "no", "findings.commercialSecret": "yes",
  "findings.personalPrivacy": "no", "findings.needsApproval": "no", "findings.needsThirdPartyOpinion": "yes" }'

today 2026-03-11
fire "$handler" "$id" consult-third-party '{ "thirdParties": [
  { "name": "某食品有限公司", "address": "桦甸市某路1号", "interest": "commercial-secret", "matter": "承建合同" } ] }'
expect '征求意见期间的答复期限' "$(due "$handler" "$id" reply)" 停止计算

today 2026-03-13
party=$(child "$handler" "$id" huadian.third-party-consultation)
fire "$handler" "$party" record-receipt
expect '第三方答复期限' "$(due "$handler" "$party" response)" 2026-04-03

today 2026-04-07
expect '第三方十五个工作日未答复' "$(state "$handler" "$party")" 视作同意公开
expect '答复期限继续计算至' "$(due "$handler" "$id" reply)" 2026-04-23
fire "$handler" "$id" escalate-secrecy '{ "secrecy.informationName": "承建合同", "secrecy.informationContent": "合同及其附件", "secrecy.doubt": "附件涉及校园安防布置" }'
review=$(child "$handler" "$id" huadian.secrecy-review)
fire "$handler" "$review" refer-to-secrecy-office '{ "officeReview.inDoubt": true, "officeReview.mayEndanger": false }'
fire "$reviewer" "$review" request-escalation '{ "escalation.target": "secrecy-department" }'
fire "$leader" "$review" approve-escalation
determination=$(child "$handler" "$review" huadian.secrecy-determination)
expect '保密工作部门十个工作日' "$(due "$secrecy" "$determination" answer)" 2026-04-21

today 2026-04-20
fire "$secrecy" "$determination" extend '{ "extension.days": 7, "extension.reason": "需要现场核实" }'
expect '延长七个工作日' "$(due "$secrecy" "$determination" answer)" 2026-04-30
refused "$handler" "$id" extend '{ "extension.days": 15, "extension.reason": "保密审查未结" }'
fire "$head" "$id" extend '{ "extension.days": 15, "extension.reason": "保密审查未结" }'
expect '经公开工作机构负责人同意延长' "$(due "$handler" "$id" reply)" 2026-05-18

today 2026-04-28
fire "$secrecy" "$determination" determine '{ "conclusion": "may-disclose", "separable": false, "reasons": "不属于国家秘密", "reviewer": "赵六" }'

today 2026-04-29
fire "$handler" "$id" record-findings '{ "findings.stateSecret": "no" }'
fire "$handler" "$id" reply '{ "reply.outcome": "disclosed", "reply.content": "承建合同全文", "delivery.asRequested": true,
  "fees.charged": false, "reply.onTheSpot": false, "delivery.way": "email", "delivery.by": "2026-05-08" }'
expect '提供信息的日期' "$(due "$handler" "$id" delivery)" 2026-05-08

today 2026-04-30
serve "$handler" "$id" reply-form '{ "channel": "registered-post", "sentOn": "2026-04-30", "number": "XA12345678922", "by": "收发室" }'
expect '以交邮之日为答复时间' "$(call "$handler" GET "/cases/$id/services" | jq -r '.services | last | .answeredOn')" 2026-04-30

today 2026-05-06
received "$handler" "$id" 2026-05-05
expect '签收' "$(call "$handler" GET "/cases/$id/services" | jq -r '.services | last | .countsAsReceivedOn')" 2026-05-05
fire "$handler" "$id" deliver '{ "delivery.way": "email", "delivery.deliveredOn": "2026-05-06" }'
expect '办结' "$(state "$handler" "$id")" 已提供

say '答复期限逐日说明'
explain "$handler" "$id" reply
say '历史'
history "$handler" "$id"
say '文书'
folder=${DOCUMENTS:-$(mktemp -d)}
documents "$handler" "$id" "$folder"
printf '   在 %s\n' "$folder"
