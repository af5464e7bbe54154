// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "audit/audit.h"
#include "bands/banding_json.h"
#include "base/json_text.h"
#include "disclosure/figure.h"
#include "hotspots/hotspots.h"
#include "join/account.h"
#include "study/study.h"

namespace wardmap::audit {
namespace {

using Json = nlohmann::ordered_json;

const char* kind_of(join::RowFate::Kind kind) {
    switch (kind) {
    case join::RowFate::Kind::joined:
        return "joined";
    case join::RowFate::Kind::apportioned:
        return "apportioned";
    case join::RowFate::Kind::heading:
        return "heading";
    case join::RowFate::Kind::total:
        return "total";
    case join::RowFate::Kind::larger_area:
        return "larger_area";
    case join::RowFate::Kind::other_area:
        return "other area";
    case join::RowFate::Kind::around:
        return "around";
    case join::RowFate::Kind::excluded:
        return "excluded";
    }
    return "excluded";
}

const char* kind_of(tables::NonDataLine::Kind kind) {
    switch (kind) {
    case tables::NonDataLine::Kind::title:
        return "title";
    case tables::NonDataLine::Kind::blank:
        return "blank";
    case tables::NonDataLine::Kind::units:
        return "units";
    case tables::NonDataLine::Kind::footnote:
        return "footnote";
    case tables::NonDataLine::Kind::hidden:
        return "hidden";
    }
    return "blank";
}

Json json_of(const Study& study, const join::Reconciliation& total) {
    Json narrowed = Json::array();
    for (const auto& n : total.narrowed) {
        narrowed.push_back(
            {{"ward", study.wards.wards[n.ward].code}, {"low", n.low}, {"high", n.high}});
    }
    Json wards = Json::array();
    for (const auto ward : total.wards) {
        wards.push_back(study.wards.wards[ward].code);
    }
    return {{"line", total.line},
            {"key", total.key},
            {"wards", total.wards.empty() ? Json() : wards},
            {"stated", total.redacted ? Json() : Json(total.stated)},
            {"sum_known", total.sum_known},
            {"suppressed", total.suppressed},
            {"sum_low", total.sum_low},
            {"sum_high", total.sum_high},
            {"agrees", total.agrees},
            {"narrowed", narrowed}};
}

Json json_of(const Study& study, const join::Account& account) {
    Json rows = Json::array();
    for (const auto& row : account.rows) {
        rows.push_back({{"line", row.line},
                        {"key", row.key},
                        {"fate", kind_of(row.kind)},
                        {"ward", row.ward ? Json(study.wards.wards[*row.ward].code) : Json()},
                        {"reason", row.reason}});
    }
    Json asides = Json::array();
    for (const auto& aside : account.asides) {
        asides.push_back(
            {{"line", aside.line}, {"kind", kind_of(aside.kind)}, {"text", aside.text}});
    }
    Json totals = Json::array();
    for (const auto& total : account.totals) {
        totals.push_back(json_of(study, total));
    }
    const auto codes = [&](const std::vector<std::size_t>& wards) {
        Json list = Json::array();
        for (const auto ward : wards) {
            list.push_back(study.wards.wards[ward].code);
        }
        return list;
    };
    const auto sum = [&account](double value) { return account.redacted ? Json() : Json(value); };
    return {{"file", public_path(account.file)},
            {"sheet", account.sheet},
            {"encoding", account.encoding},
            {"header_line", account.header_line},
            {"key_columns", account.key_columns},
            {"value_columns", account.value_columns},
            {"rows", rows},
            {"other_rows", account.other_rows},
            {"outside_rows", account.outside_rows},
            {"outside_examples", account.outside_examples},
            {"other_lines", asides},
            {"totals", totals},
            {"sum_before", sum(account.sum_before)},
            {"sum_after", sum(account.sum_after)},
            {"sum_outside", sum(account.sum_outside)},
            {"wards_joined", account.wards_joined},
            {"wards_suppressed", account.wards_suppressed},
            {"wards_without_row", codes(account.wards_without_row)},
            {"wards_without_figure", codes(account.wards_without_figure)}};
}

const char* word_of(disclosure::Why why) {
    switch (why) {
    case disclosure::Why::shown:
        return "shown";
    case disclosure::Why::source:
        return "withheld by its publisher";
    case disclosure::Why::small:
        return "a small count";
    case disclosure::Why::linked:
        return "a difference of categories would reveal a small count";
    case disclosure::Why::total:
        return "the total would reveal a small count";
    }
    return "shown";
}

/// The rule, and the number of suppressed wards by reason; null if no rule applies.
Json json_of(const Disclosure& disclosure) {
    if (!disclosure.rule.is_on()) return {};
    Json withheld = Json::object();
    for (const auto why : disclosure.why) {
        if (why == disclosure::Why::shown) continue;
        auto& count = withheld[word_of(why)];
        count = count.is_null() ? 1 : count.get<int>() + 1;
    }
    return {{"publish_below", disclosure.rule.below},
            {"round_to", disclosure.rule.round_to},
            {"withheld", withheld}};
}

Json json_of(const std::optional<hotspots::Hotspots>& found) {
    if (!found) return {};
    Json readings = Json::object();
    for (const auto& ward : found->wards) {
        auto& count = readings[hotspots::name(ward.reading.level)];
        count = count.is_null() ? 1 : count.get<int>() + 1;
    }
    Json moran;
    if (found->moran) {
        moran = {{"i", found->moran->i},
                 {"expected", found->moran->expected},
                 {"variance", found->moran->variance},
                 {"z", found->moran->z}};
    }
    return {{"level", found->spec.level},
            {"own_tests", found->own_tests},
            {"neighbourhood_tests", found->around_tests},
            {"without_neighbours", found->islands},
            {"permutations", found->permutations},
            {"seed", found->permutations > 0 ? Json(found->spec.seed) : Json()},
            {"dispersion_phi", found->funnel_tests > 0
                                   ? Json({found->dispersion.low, found->dispersion.high})
                                   : Json()},
            {"global_moran", moran},
            {"readings", readings}};
}

Json json_of(const Findings& findings) {
    Json list = Json::array();
    for (const auto& f : findings) {
        list.push_back({{"severity", to_text(f.severity)},
                        {"file", public_path(f.place.file)},
                        {"line", f.place.line},
                        {"column", f.place.column},
                        {"sheet", f.place.sheet},
                        {"found", f.found},
                        {"expected", f.expected},
                        {"help", f.help}});
    }
    return list;
}

} // namespace

std::string audit_json(const Study& study, const Findings& more, Audience readers) {
    auto findings = findings_for(readers, study);
    append(findings, more);
    const auto& r = study.wards.reprojection;
    Json json;
    json["project"] = {{"file", public_path(study.project.file.written)},
                       {"title", study.project.title},
                       {"area", study.project.area}};
    json["findings"] = json_of(findings);
    json["boundaries"] = {{"source", public_path(study.wards.source)},
                          {"layer", study.wards.layer},
                          {"wards", study.wards.wards.size()},
                          {"code_field", study.wards.code_field},
                          {"name_field", study.wards.name_field},
                          {"encoding", study.wards.encoding},
                          {"source_crs", r.source_crs},
                          {"target_crs", r.target_crs},
                          {"operation", r.operation},
                          {"accuracy_m", r.accuracy_m ? Json(*r.accuracy_m) : Json()}};
    json["denominators"] = Json::array();
    for (const auto& denominator : study.denominators) {
        json["denominators"].push_back(
            {{"id", denominator.spec.id},
             {"label", denominator.spec.label},
             {"account",
              json_of(study, AccountReader::account_for_audience(readers, study, denominator))}});
    }
    json["categories"] = Json::array();
    for (const auto& category : study.categories) {
        const auto accounts = AccountReader::accounts_for(readers, study, category);
        Json plus = Json::array();
        for (std::size_t i = 1; i < accounts.size(); ++i) {
            plus.push_back(json_of(study, accounts[i]));
        }
        json["categories"].push_back(
            {{"id", category.spec.id},
             {"title", category.spec.title},
             {"unit", category.unit.title()},
             {"period", category.spec.period},
             {"source", category.spec.source},
             {"suppression", json_of(category.disclosure)},
             {"account", json_of(study, accounts.empty() ? join::Account{} : accounts.front())},
             {"plus", plus},
             {"banding", bands::banding_json(category.banding)},
             {"hotspots", json_of(category.hotspots)}});
    }
    json["bivariates"] = Json::array();
    for (const auto& bivariate : study.bivariates) {
        json["bivariates"].push_back(
            {{"id", bivariate.spec.id},
             {"title", bivariate.spec.title},
             {"up", bivariate.up.category},
             {"across", bivariate.across.category},
             {"placed", bivariate.placed},
             {"up_banding", bands::banding_json(bivariate.up.banding)},
             {"across_banding", bands::banding_json(bivariate.across.banding)}});
    }
    return json_text(json);
}

} // namespace wardmap::audit
