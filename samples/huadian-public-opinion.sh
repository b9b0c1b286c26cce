#!/usr/bin/env bash
# An emergency in Huadian by the minute: reported by grade, regraded, assessed, handled, evaluated; the rumour about it confirmed,
# consented to, approved and clarified; and the information of a merged body gone through.
. "$(dirname "$0")/lib.sh"
bureau=huadian.education-bureau

collector=$(key 舆情收集人员 $bureau collector)
handler=$(key 承办人 $bureau handler)
finder=$(key 信息搜集发现人员 $bureau finder)
leader=$(key 局长 $bureau agency-leader)
head=$(key 公开工作机构负责人 $bureau office-head)
security=$(key 公安局负责人 huadian.public-security-bureau agency-leader)
city=$(key 市政府 huadian.government approver approval-officer)

today 2026-03-02
say '突发事件：自发生之时起算，按级别限时报送'
emergency=$(open "$collector" huadian.public-opinion $bureau '{ "opinion.subject": "校车侧翻", "opinion.content": "人民路校车侧翻", "opinion.channel": "local-informant",
  "opinion.kind": "emergency", "opinion.learnedAt": "2026-03-02T08:50:00+08:00", "event.occurredAt": "2026-03-02T08:40:00+08:00", "event.grade": "general" }')
expect '一般：三小时' "$(due_at "$collector" "$emergency" report)" 2026-03-02T11:40
fire "$collector" "$emergency" regrade '{ "opinion.kind": "emergency", "event.occurredAt": "2026-03-02T08:40:00+08:00", "event.grade": "major", "grading.reason": "伤亡人数已核实" }'
expect '重大：一小时' "$(due_at "$collector" "$emergency" report)" 2026-03-02T09:40
at 2026-03-02T09:30
fire "$collector" "$emergency" report '{ "report.content": "经过和救治", "report.recipients": [ "committee", "government" ] }'
fire "$handler" "$emergency" assess '{ "assessment.trend": "热度上升", "assessment.opinion": "发布权威信息" }'
refused "$handler" "$emergency" begin-handling '{ "handling.plan": "救治和通报" }'
fire "$handler" "$emergency" begin-handling '{ "handling.plan": "救治和通报", "handling.guidance": "正面引导", "handling.emergencyPlan": true }'
fire "$handler" "$emergency" finish-handling '{ "handling.result": "已平息" }'
fire "$leader" "$emergency" evaluate '{ "evaluation.experience": "报送及时", "evaluation.problems": "渠道单一", "evaluation.poorWork": false }'
expect '评估' "$(state "$collector" "$emergency")" 已评估
refused "$leader" "$emergency" refer-to-accountability '{ "referral.failing": "poor-work", "referral.agency": "huadian.education-bureau", "referral.matter": "没有" }'

at 2026-03-02T10:00
late=$(open "$collector" huadian.public-opinion $bureau '{ "opinion.subject": "锅炉停供", "opinion.content": "两校停暖", "opinion.channel": "media",
  "opinion.kind": "emergency", "opinion.learnedAt": "2026-03-02T09:55:00+08:00", "event.occurredAt": "2026-03-02T09:50:00+08:00", "event.grade": "especially-major" }')
at 2026-03-02T10:21
expect '特别重大，三十分钟已过' "$(call "$collector" GET "/cases/$late" | jq -r '.fields["report.late"] | .value? // .')" true
fire "$leader" "$late" refer-to-accountability '{ "referral.failing": "late", "referral.agency": "huadian.education-bureau", "referral.matter": "迟报" }'

say '澄清虚假信息'
rumour=$(open "$finder" huadian.clarification $bureau '{ "rumour.content": "全市停课", "rumour.where": "互联网", "rumour.source": "public" }')
fire "$handler" "$rumour" confirm '{ "confirmation.result": "untrue", "confirmation.facts": "没有停课通知" }'
fire "$handler" "$rumour" prepare '{ "clarification.content": "各校照常上课", "clarification.name": "department", "clarification.touchesOthers": true, "clarification.importantOrSensitive": true,
  "departments": [ { "agency": "huadian.public-security-bureau", "matter": "交通管制" } ], "emergency": false }'
refused "$handler" "$rumour" clarify '{ "clarification.channels": [ "government-site" ] }'
fire "$security" "$(child "$handler" "$rumour" huadian.clarification-consent)" answer '{ "answer.position": "consents" }'
fire "$leader" "$rumour" approve
fire "$city" "$(child "$handler" "$rumour" huadian.approval)" decide '{ "decision.result": "approved", "department": "市政府" }'
fire "$handler" "$rumour" clarify '{ "clarification.channels": [ "government-site", "radio" ] }'
expect '澄清' "$(state "$handler" "$rumour")" 已澄清

say '清理：并入机关的信息一并清理，先清理2003年以来的'
inventory=$(open "$head" huadian.information-inventory $bureau '{ "scope": "建局以来未移交档案馆的全部信息", "formerBodies": [ { "name": "桦甸市教育督导室", "change": "merged", "changedOn": "2019-03-01" } ] }')
fire "$handler" "$inventory" mark-item '{ "item.title": "招生办法", "item.documentNumber": "桦教字〔2025〕3号", "item.madeOn": "2025-05-06", "item.madeBy": "桦甸市教育督导室", "item.attribute": "proactive", "item.invalid": false }'
refused "$handler" "$inventory" mark-item '{ "item.title": "旧规定", "item.madeOn": "2001-05-06", "item.madeBy": "桦甸市教育局", "item.attribute": "proactive", "item.invalid": false }'
fire "$head" "$inventory" finish-since-2003
fire "$handler" "$inventory" mark-item '{ "item.title": "旧规定", "item.documentNumber": "桦教字〔2001〕1号", "item.madeOn": "2001-05-06", "item.madeBy": "桦甸市教育局", "item.attribute": "on-application", "item.invalid": true, "item.invalidReason": "已被取代" }'
fire "$head" "$inventory" finish '{ "summary": "共清理2条" }'
expect '清理' "$(state "$head" "$inventory")" 清理完毕

say '突发事件的历史'
history "$collector" "$emergency"
