#!/usr/bin/env bash
# A document in Huadian from its draft to the reading place: attribute reviewed, signed before National Day 2026, published within
# twenty working days of signing, delivered to archive, library and openness office, confirmed with a hand-over record.
. "$(dirname "$0")/lib.sh"
bureau=huadian.education-bureau

drafter=$(key 基础教育科 $bureau drafter)
office=$(key 局办公室 $bureau office-reviewer)
signer=$(key 局长 $bureau signer)
handler=$(key 公开工作机构承办人 $bureau handler)
reviewer=$(key 保密审查责任人 $bureau secrecy-reviewer)
archive=$(key 档案局查阅场所 huadian.archives-bureau receiver)
openness=$(key 政务公开办 huadian.openness-office receiver)

today 2026-09-21
document=$(open "$drafter" huadian.document-review $bureau '{
  "official.title": "关于做好秋季校车安全工作的通知", "official.kind": "notice", "official.content": "校车安全要求全文", "official.madeBy": "桦甸市教育局",
  "official.joint": false, "official.needsApproval": false, "official.scope": "some", "attribute": "proactive" }')
refused "$office" "$document" agree
fire "$office" "$document" negotiate '{ "office.attribute": "proactive", "office.opinion": "涉及社会公众，请改正内容涉及的范围" }'
fire "$drafter" "$document" redetermine '{ "official.scope": "general", "attribute": "proactive" }'
fire "$office" "$document" agree

today 2026-09-24
fire "$signer" "$document" sign '{ "official.number": "桦教发〔2026〕41号" }'
fire "$office" "$document" enter-in-catalogue
expect '编入目录并上报' "$(state "$office" "$document")" 已编入目录并上报
disclosure=$(child "$office" "$document" huadian.proactive-disclosure)
expect '自签发之日起二十个工作日（中秋、国庆不计，10月10日上班）' "$(due "$handler" "$disclosure" publication)" 2026-10-29

today 2026-10-08
ways='"publication.ways": [ { "way": "web-site", "day": "2026-10-08", "place": "桦甸市政府信息公开网" } ], "coordination.touchesOthers": false, "coordination.approvalKind": "none"'
refused "$handler" "$disclosure" publish "{ $ways, \"citySite.entered\": true }"
fire "$reviewer" "$disclosure" record-own-secrecy-conclusion '{ "secrecy.inDoubt": false, "secrecy.conclusion": "may-disclose", "secrecy.reasons": "不涉密", "secrecy.reviewer": "赵六" }'
refused "$handler" "$disclosure" publish "{ $ways, \"citySite.entered\": false }"
fire "$handler" "$disclosure" publish "{ $ways, \"citySite.entered\": true }"
delivery=$(child "$handler" "$disclosure" huadian.delivery)
expect '送交期限自同一日起算' "$(due "$handler" "$delivery" delivery)" 2026-10-29

today 2026-10-12
materials='"delivery.way": "in-person", "delivery.electronicFormat": "OFD", "delivery.indexConforms": true'
refused "$handler" "$delivery" deliver "{ $materials, \"delivery.originals\": 1 }"
fire "$handler" "$delivery" deliver "{ $materials, \"delivery.originals\": 2 }"
receipt() { call "$handler" GET "/cases/$delivery" | jq -r --arg agency "$1" '[.children[] | select((.agency.id? // .agency) == $agency)] | last | .id'; }
handover='{ "receipt.originals": 2, "receipt.electronic": true, "receipt.deliverer": "张三", "receipt.receiver": "李四" }'
fire "$openness" "$(receipt huadian.openness-office)" confirm "$handover"
expect '政务公开办接收后，仍待查阅场所交接' "$(state "$handler" "$delivery")" 已送出，等待查阅场所办理交接

today 2026-10-13
fire "$archive" "$(receipt huadian.archives-bureau)" confirm "$handover"
expect '办结' "$(state "$handler" "$delivery")" 查阅场所已办理交接

say '公开时限逐日说明'
explain "$handler" "$delivery" delivery
say '历史'
history "$handler" "$delivery"
