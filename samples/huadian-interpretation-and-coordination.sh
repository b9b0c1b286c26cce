#!/usr/bin/env bash
# A policy of Huadian that touches another agency: release coordinated, disputed and decided; its interpretation reviewed, approved,
# and published within three working days of the document, over National Day 2026.
. "$(dirname "$0")/lib.sh"
bureau=huadian.education-bureau

drafter=$(key 基础教育科 $bureau drafter)
approver=$(key 分管局长 $bureau approver)
handler=$(key 公开工作机构承办人 $bureau handler asking-handler)
leader=$(key 局长 $bureau agency-leader)
library=$(key 图书馆承办人 huadian.library handler)
openness=$(key 政务公开办 huadian.openness-office coordinator coordinating-leader)
legal=$(key 法制办 huadian.legal-office plan-reviewer)
inspection=$(key 督查室 huadian.inspection-office plan-reviewer)
centre=$(key 信息中心 huadian.information-centre publisher)

today 2026-09-21
say '发布协调：先自行沟通'
release=$(open "$handler" huadian.release-coordination $bureau '{
  "information.title": "中小学借阅收费标准", "information.content": "各项收费标准", "information.origin": "made", "information.approvalKind": "none" }')
fire "$handler" "$release" consult '{ "consulted": [ { "agency": "huadian.library", "matter": "借阅收费由图书馆执行" } ] }'
refused "$handler" "$release" conclude
consultation=$(child "$handler" "$release" huadian.release-consultation)
fire "$library" "$consultation" answer '{ "answer.position": "objects", "answer.opinion": "标准尚未核定" }'
fire "$handler" "$consultation" end-talks
refused "$handler" "$release" conclude

say '争议报主管部门书面确认'
fire "$leader" "$release" apply-for-coordination '{ "application.matter": "收费标准的发布", "application.ownCoordination": "两次协商", "application.dispute": "标准是否已核定", "application.other": "开学在即" }'
decision=$(child "$handler" "$release" huadian.coordination-decision)
fire "$openness" "$decision" record-study '{ "study.agencies": "教育局、图书馆", "study.experts": "价格专家二人", "study.opinion": "标准已核定" }'
fire "$openness" "$decision" answer '{ "answer.result": "may-be-released", "answer.reasons": "标准已核定" }'
expect '协调结果' "$(state "$handler" "$release")" 可以发布

say '政策解读：方案随文件报送，法制办、督查室审查'
plan='"draftingNote": "为规范收费", "plan.outline": [ { "point": "免费借阅", "source": "公共图书馆法第三十三条" } ], "plan.forms": [ "questions" ], "plan.channels": [ "city-portal", "department-site" ], "plan.time": "文件公开后三个工作日内"'
interpretation=$(open "$drafter" huadian.policy-interpretation $bureau "{ \"policy.title\": \"中小学借阅收费办法\", \"policy.kind\": \"normative\", \"policy.draftedHere\": true, $plan }")
review() { call "$drafter" GET "/cases/$interpretation" | jq -r --arg agency "$1" '[.children[] | select((.agency.id? // .agency) == $agency)] | last | .id'; }
fire "$legal" "$(review huadian.legal-office)" pass
fire "$inspection" "$(review huadian.inspection-office)" ask-for-changes '{ "opinion": "补充出处" }'
expect '督查室要求修改' "$(state "$drafter" "$interpretation")" 修改解读方案
fire "$drafter" "$interpretation" resubmit-plan "{ $plan }"
fire "$legal" "$(review huadian.legal-office)" pass
fire "$inspection" "$(review huadian.inspection-office)" pass
fire "$approver" "$interpretation" approve-plan
refused "$drafter" "$interpretation" complete-materials '{ "materials.text": "一问一答", "materials.followsPlan": false }'
fire "$drafter" "$interpretation" complete-materials '{ "materials.text": "一问一答", "materials.followsPlan": true }'
refused "$drafter" "$interpretation" submit-for-publication

today 2026-09-30
fire "$drafter" "$interpretation" record-publication '{ "policy.publishedOn": "2026-09-30", "policy.number": "桦政发〔2026〕5号" }'
expect '文件公开后三个工作日（国庆放假不计，10月10日上班）' "$(due "$drafter" "$interpretation" interpretation)" 2026-10-10
fire "$drafter" "$interpretation" submit-for-publication
publication=$(child "$drafter" "$interpretation" huadian.interpretation-publication)
refused "$centre" "$publication" publish '{ "publication.channels": [ "media" ], "publication.place": "电视台" }'

today 2026-10-09
fire "$centre" "$publication" publish '{ "publication.channels": [ "city-portal", "department-site" ], "publication.place": "www.huadian.gov.cn/jd/1" }'
expect '解读' "$(state "$drafter" "$interpretation")" 解读已发布

say '解读期限逐日说明'
explain "$drafter" "$interpretation" interpretation
say '历史'
history "$drafter" "$interpretation"
