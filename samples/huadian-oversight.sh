#!/usr/bin/env bash
# What is classified and what is disclosed is looked at again: the calendar opens the quarter's review of classified information, the
# month's inspection of what was published, and the half-year's report on applications.
. "$(dirname "$0")/lib.sh"
bureau=huadian.education-bureau

reviewer=$(key 保密审查责任人 $bureau drafter secrecy-reviewer)
leader=$(key 局长 $bureau agency-leader)
handler=$(key 承办人 $bureau handler)
inspector=$(key 市保密局 huadian.secrecy-bureau inspector asking-inspector)
openness=$(key 政务公开办 huadian.openness-office openness-reviewer joint-inspector)
supervision=$(key 监察局 huadian.supervision-bureau joint-inspector)

today 2026-04-20
document=$(open "$reviewer" huadian.classification $bureau '{ "information.title": "考试场所安全方案", "information.madeOn": "2026-04-20", "information.madeBy": "安全科",
  "secrecy.isSecret": true, "secrecy.level": "secret", "attribute": "not-disclosed", "attribute.reason": "属于国家秘密" }')
refused "$reviewer" "$document" determine '{ "reviewer": "孙七" }'
fire "$reviewer" "$document" return '{ "remarks": "没有保密期限" }'
fire "$reviewer" "$document" propose-again '{ "secrecy.isSecret": true, "secrecy.until": "2027-06-30", "attribute": "not-disclosed" }'
fire "$reviewer" "$document" determine '{ "reviewer": "孙七" }'

today 2026-05-06
review=$(call "$reviewer" GET "/cases?procedure=huadian.declassification-review&agency=$bureau&schedule=quarterly&period=2026-05-01" | jq -r '.cases[0].id')
expect '按日历立案' "$(state "$reviewer" "$review")" 逐条梳理中
expect '梳理期限' "$(due "$reviewer" "$review" review)" 2026-06-01
decision=$(child "$reviewer" "$review" huadian.declassification-decision)
expect '保密期限' "$(due "$reviewer" "$decision" secrecy-period)" 2027-06-30
fire "$reviewer" "$decision" propose '{ "declassification.ground": "harmless", "declassification.reason": "场所已经停用", "reviewer": "孙七", "verdict": "proactive" }'
fire "$leader" "$decision" approve
fire "$reviewer" "$review" complete '{ "summary": "一条，已解密" }'

today 2026-05-20
disclosure=$(child "$handler" "$decision" huadian.proactive-disclosure)
expect '公开时限' "$(due "$handler" "$disclosure" publication)" 2026-06-02
fire "$reviewer" "$disclosure" record-own-secrecy-conclusion '{ "secrecy.inDoubt": false, "secrecy.conclusion": "may-disclose", "secrecy.reasons": "已解密", "secrecy.reviewer": "孙七" }'
fire "$handler" "$disclosure" publish '{ "publication.ways": [ { "way": "web-site", "day": "2026-05-20" } ], "citySite.entered": true,
  "coordination.touchesOthers": false, "coordination.approvalKind": "none" }'

today 2026-06-01
inspection=$(call "$inspector" GET "/cases?procedure=huadian.disclosure-inspection&agency=huadian.secrecy-bureau&schedule=monthly&period=2026-06-01" | jq -r '.cases[0].id')
expect '检查的信息' "$(call "$inspector" GET "/cases/$inspection" | jq -r '[.fields.items[].title] | join("、")')" 考试场所安全方案
for opinion in $(call "$inspector" GET "/cases/$inspection" | jq -r '.children[] | select(.procedure == "huadian.inspection-opinion") | .id'); do
  agency=$(call "$inspector" GET "/cases/$opinion" | jq -r .agency.id)
  [ "$agency" = huadian.openness-office ] && body=$openness || body=$supervision
  fire "$body" "$opinion" give-opinion '{ "opinion": "附图列有值班人员姓名和住址", "inspector": "吴九" }'
done
fire "$inspector" "$inspection" record-finding "{ \"finding.agency\": \"$bureau\", \"finding.title\": \"考试场所安全方案\", \"finding.ground\": \"privacy\",
  \"finding.description\": \"附图列有住址\", \"finding.demands\": \"撤下附图，遮盖后重新公开\", \"finding.remedyBy\": \"2026-06-03\" }"
refused "$inspector" "$inspection" conclude '{ "summary": "责成补救一条" }'
remedy=$(child "$inspector" "$inspection" huadian.inspection-remedy)
fire "$handler" "$remedy" report '{ "remedy.measures": [ "withdrawn", "replaced" ], "remedy.takenOn": "2026-06-01", "remedy.summary": "附图已撤下" }'
fire "$inspector" "$remedy" confirm
fire "$inspector" "$inspection" conclude '{ "summary": "责成补救一条" }'

today 2026-07-01
report=$(call "$handler" GET "/cases?procedure=huadian.application-report&agency=$bureau&schedule=first-half&period=2026-07-01" | jq -r '.cases[0].id')
expect '报告期限' "$(due "$handler" "$report" report)" 2026-07-15
fire "$handler" "$report" draft '{ "summary": "没有申请", "problems": "无" }'
fire "$leader" "$report" report
receipt=$(child "$handler" "$report" huadian.application-report-receipt)
fire "$openness" "$receipt" accept
expect '报告' "$(state "$handler" "$report")" 报告完毕

folder=${DOCUMENTS:-$(mktemp -d)}
say "文书在 $folder"
documents "$inspector" "$inspection" "$folder"
say '完'
