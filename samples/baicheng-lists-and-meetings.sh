#!/usr/bin/env bash
# The Baicheng Commerce Bureau: a list adjusted for a new law, examined by three bodies, published; a meeting disclosed; public opinion
# confirmed with another agency and answered; an adjustment forgotten, which the establishment body takes up.
. "$(dirname "$0")/lib.sh"
bureau=baicheng.commerce-bureau

handler=$(key 承办科室 $bureau handler)
office=$(key 局办公室 $bureau office)
secrecy=$(key 保密审查人员 $bureau secrecy-reviewer)
monitor=$(key 舆情监测 $bureau monitor analyst)
establishment=$(key 编办 baicheng.establishment-office decider)
legal=$(key 市法制办 baicheng.legal-office decider)
government=$(key 市政府 baicheng.government decider confirmer)

today 2026-04-20
say '权责清单：法律公布之日起十个工作日内申请（劳动节放假不计）'
item='"item.name": "家电补贴企业备案", "adjustment.kind": "add", "cause.description": "条例新设", "cause.source": "某条例第八条"'
list=$(open "$handler" baicheng.list-adjustment $bureau "{ $item, \"cause.kind\": \"law\", \"law.publishedOn\": \"2026-04-20\", \"law.effectiveOn\": \"2026-05-20\" }")
expect '申请期限' "$(due "$handler" "$list" application)" 2026-05-07
forgotten=$(open "$handler" baicheng.list-adjustment $bureau "{ $item, \"cause.kind\": \"functions\", \"cause.occurredOn\": \"2026-04-20\" }")
fire "$handler" "$list" apply '{ "application.content": "申请增加", "application.legalGrounds": "某条例第八条" }'
for body in "$establishment" "$legal" "$government"; do
  fire "$body" "$(child "$handler" "$list" baicheng.list-opinion)" decide '{ "result": "agreed" }'
done
refused "$handler" "$list" adjust '{ "adjustedOn": "2026-04-20" }'

say '会议公开：适用二十个工作日'
meeting=$(open "$office" baicheng.meeting-disclosure $bureau '{ "meeting.title": "2026年第3次局长办公会议", "meeting.kind": "directors", "meeting.heldOn": "2026-04-20",
  "meeting.content": "研究重点工作任务", "meeting.notice": "会议通知", "meeting.materials": "议题材料", "form": "minutes" }')
expect '公开期限（5月9日上班，计入）' "$(due "$office" "$meeting" disclosure)" 2026-05-20
fire "$secrecy" "$meeting" record-secrecy-check '{ "secrecyCheck.result": "clear", "secrecyCheck.reviewer": "赵六", "toPublish": "会议纪要" }'
fire "$office" "$(child "$office" "$meeting" baicheng.proactive-disclosure)" publish '{ "publication.ways": [ "website" ] }'
expect '会议' "$(state "$office" "$meeting")" 已公开

say '政务舆情：回应前与有关机关确认一致'
post=$(open "$monitor" baicheng.public-opinion $bureau '{ "sentiment.title": "补贴发放慢", "sentiment.content": "网帖全文", "sentiment.channel": "website" }')
fire "$monitor" "$post" analyse '{ "analysis.grade": "general", "analysis.sensitive": false, "analysis.suddenOnline": false, "analysis.respond": true }'
fire "$monitor" "$post" report '{ "report.to": [ "own-level", "superior" ] }'
fire "$handler" "$post" handle '{ "handling.result": "加快审核" }'
response='"response.content": "补贴将于月底发放", "response.ways": [ "online" ]'
refused "$office" "$post" respond "{ $response, \"response.concernsOthers\": true }"
fire "$handler" "$post" consult-agencies '{ "response.draft": "补贴将于月底发放", "otherAgencies": [ { "agency": "baicheng.government", "matter": "资金拨付时间" } ] }'
fire "$government" "$(child "$handler" "$post" baicheng.response-confirmation)" confirm
fire "$office" "$post" respond "{ $response, \"response.concernsOthers\": true }"
expect '舆情' "$(state "$monitor" "$post")" 已回应

today 2026-05-08
expect '逾期没有申请的' "$(state "$handler" "$forgotten")" 逾期未申请
expect '编制部门立案监督' "$(child "$handler" "$forgotten" baicheng.list-supervision | grep -c -)" 1

today 2026-05-20
fire "$handler" "$list" adjust '{ "adjustedOn": "2026-05-20" }'
fire "$office" "$list" publish-list '{ "publication.ways": [ "website" ] }'
expect '清单' "$(state "$handler" "$list")" 已公布

say '申请期限逐日说明'
explain "$handler" "$list" application
say '历史'
history "$handler" "$list"
