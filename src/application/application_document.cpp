// The document of an application: written when it is sent, read when it is shown as sent.
#include "application/application.h"
#include "base/check.h"
#include "form/read.h"

namespace vastin::application {

namespace {

kit::Json typed(const form::Answers& answers) {
    kit::Json::Object all;
    for (const auto& [name, answer] : answers) {
        all.emplace(name, answer);
    }
    return all;
}

/// What the answers were read as: days as 2025-11-01, sums in cents, shares in basis points. A text that was read as it
/// was typed stands among the answers and is not said twice.
kit::Json read_as(const form::Checked& checked, const form::Answers& answers) {
    kit::Json::Object all;
    for (const auto& [name, value] : checked.values) {
        if (const auto* text = std::get_if<std::string>(&value)) {
            const auto typed = answers.find(name);
            if (typed == answers.end() || typed->second != *text) {
                all.emplace(name, *text);
            }
        } else if (const auto* day = std::get_if<Date>(&value)) {
            all.emplace(name, write_date(*day));
        } else if (const auto* sum = std::get_if<Money>(&value)) {
            all.emplace(name, sum->count());
        } else if (const auto* choice = std::get_if<form::Choice>(&value)) {
            all.emplace(name, choice->value);
        } else if (const auto* shares = std::get_if<form::ThemeShares>(&value)) {
            kit::Json::Object by_theme;
            for (const auto& share : *shares) {
                by_theme.emplace(share.theme, std::int64_t{share.share.basis_points});
            }
            all.emplace(name, std::move(by_theme));
        } else if (const auto* chosen = std::get_if<form::Chosen>(&value)) {
            all.emplace(name, kit::Json::List(chosen->values.begin(), chosen->values.end()));
        } else if (const auto* sums = std::get_if<form::YearSums>(&value)) {
            kit::Json::Object by_year;
            for (const form::YearSum& one : *sums) {
                by_year.emplace(std::to_string(one.year), one.sum.count());
            }
            all.emplace(name, std::move(by_year));
        }
    }
    return all;
}

kit::Json plan_of(const PartMoney& money) {
    kit::Json::List lines;
    for (const funding::Line& line : money.plan.lines) {
        lines.push_back(kit::Json::Object{{"payer", line.key.text},
                                          {"share", std::int64_t{line.share.basis_points}},
                                          {"cents", line.sum.value.count()}});
    }
    return kit::Json::Object{{"lines", std::move(lines)},
                             {"outside", money.plan.outside.value.count()},
                             {"public_funding", money.plan.public_funding.value.count()},
                             {"total_costs", money.plan.total_costs.value.count()}};
}

}  // namespace

kit::Json document(const Application& application,
                   const Judged& judged,
                   const call::Call& call,
                   const std::string& sender,
                   Instant arrived) {
    kit::Json::List parts;
    for (std::size_t i = 0; i < application.parts.size(); ++i) {
        const Part& part = application.parts[i];
        parts.push_back(
            kit::Json::Object{{"answers", typed(part.answers)},
                              {"business_id", part.business_id},
                              {"ordinal", part.ordinal},
                              {"organisation", part.organisation},
                              {"plan", judged.parts[i].money ? plan_of(*judged.parts[i].money) : kit::Json()},
                              {"read_as", read_as(judged.parts[i].answers, part.answers)}});
    }
    return kit::Json::Object{{"application", application.id.str()},
                             {"arrived", arrived.milliseconds},
                             {"attachments", document::manifest(application.files)},
                             {"call", call.code.text},
                             {"common",
                              kit::Json::Object{{"answers", typed(application.answers)},
                                                {"read_as", read_as(judged.common, application.answers)}}},
                             {"form", "vastin.application.1"},
                             {"parts", std::move(parts)},
                             {"programme", call.programme.text},
                             {"rules", call.rules_hash.text},
                             {"sender", sender}};
}

namespace {

form::Answers answers_in(const kit::Json& holder) {
    const auto* all = holder["answers"].object();
    check(all != nullptr, "a frozen application has its answers");
    form::Answers answers;
    for (const auto& [key, answer] : *all) {
        check(answer.text() != nullptr, "a frozen answer is a text");
        answers.emplace(key, *answer.text());
    }
    return answers;
}

}  // namespace

Application as_sent(const Application& now, const kit::Json& document) {
    Application sent = now;
    sent.answers = answers_in(document["common"]);
    const auto name = sent.answers.find(key::name);
    sent.title = name == sent.answers.end() ? std::string() : std::string(form::trimmed(name->second));
    sent.files = document::read_manifest(document);
    sent.parts.clear();
    const auto* parts = document["parts"].list();
    check(parts != nullptr && !parts->empty(), "a frozen application has parts");
    for (const kit::Json& one : *parts) {
        Part part;
        const auto* ordinal = one["ordinal"].number();
        check(ordinal != nullptr, "a frozen part has its ordinal");
        part.ordinal = *ordinal;
        part.organisation = one.text_or("organisation");
        part.business_id = one.text_or("business_id");
        part.answers = answers_in(one);
        sent.parts.push_back(std::move(part));
    }
    return sent;
}

}  // namespace vastin::application
