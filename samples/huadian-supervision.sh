#!/usr/bin/env bash
# A filing that is late is a finding in the year's assessment, which the calendar opens; the agency fails, does not correct, is criticised
# in public, and the supervision bureau is advised to call it to account.
. "$(dirname "$0")/lib.sh"
bureau=huadian.education-bureau

handler=$(key 承办人 $bureau handler assessed)
group=$(key 考核组 huadian.openness-office assessor)
head=$(key 政务公开办负责人 huadian.openness-office decision-maker)
supervision=$(key 监察局 huadian.supervision-bureau investigator decision-maker)

# opened PROCEDURE PERIOD: the case that the calendar opened for the bureau
opened() { call "$handler" GET "/cases?procedure=$1&agency=$bureau&period=$2" | jq -r '.cases[0].id'; }

today 2026-04-01
filing=$(opened huadian.non-disclosure-filing 2026-03-01)
expect '三月三十一日前没有报备' "$(state "$handler" "$filing")" 已归集，填报中

today 2026-10-09
inspection=$(open "$group" huadian.daily-inspection huadian.openness-office "{ \"concerns.agency\": \"$bureau\", \"drawnBy\": \"摇号\" }")
fire "$group" "$inspection" record-inspection '{ "faulty": true, "matter": "公开指南未更新" }'

today 2026-11-02
assessment=$(opened huadian.assessment 2026-11-01)
expect '考核发现' "$(call "$handler" GET "/cases/$assessment" | jq -r '[.fields.findings[].matter] | join("、")')" 不予公开政府信息报备时间不及时、公开指南未更新
fire "$handler" "$assessment" assess-unit '{ "unit.name": "招生办", "unit.result": "公开及时" }'
check=$(child "$handler" "$assessment" huadian.assessment-check)
rules='"year": 2026, "group.members": "政务公开办、监察局", "group.standard": "2026年度评分细则", "group.grades": ["excellent", "qualified", "failed"]'
refused "$head" "$check" form-group "{ $rules, \"group.weight\": 3 }"
fire "$head" "$check" form-group "{ $rules, \"group.weight\": 4 }"

today 2026-11-16
fire "$handler" "$check" submit-self-check '{ "selfCheck.organisation": "机构健全", "selfCheck.work": "目录已编制", "selfCheck.carriers": "网站运行", "selfCheck.supervision": "无举报" }'
fire "$group" "$check" record-check '{ "check.ways": ["reports", "papers", "on-site"], "check.record": "制度落实不到位" }'
fire "$group" "$check" conclude '{ "opinion": "报备不及时，指南未更新", "grade": "failed", "inspectionsCounted": true,
  "correction.demands": "补报并更新指南", "correction.by": "2026-12-18" }'
expect '整改期限' "$(due "$group" "$check" correction)" 2026-12-18

today 2026-12-18
refused "$head" "$check" find-still-failing '{ "correction.result": "指南仍未更新" }'

today 2026-12-21
fire "$head" "$check" find-still-failing '{ "correction.result": "指南仍未更新" }'
expect '考核' "$(state "$handler" "$assessment")" 整改后仍达不到要求，通报批评
accountability=$(child "$head" "$check" huadian.accountability)
fire "$supervision" "$accountability" investigate

folder=${DOCUMENTS:-$(mktemp -d)}
say "文书在 $folder"
documents "$group" "$check" "$folder"
say '完'
