// The document of an application: written when it is sent, read when it is shown as sent.
#include "application/application_rules.h"
#include "base/check.h"
#include "form/read.h"

namespace vastin::application {

namespace {

/// What was typed to questions that are asked: an answer to one that does not come up, or that the call asks no more,
/// stays with whoever typed it.
kit::Json typed(const form::Answers& answers,
                const call::Call& call,
                form::Whose whose,
                const std::set<std::string>& hidden) {
    kit::Json::Object all;
    for (const auto& [name, answer] : answers) {
        if (asks(call, whose, name) && !hidden.contains(name.substr(0, name.find('.')))) {
            all.emplace(name, answer);
        }
    }
    return all;
}

/// Those in places that are asked.
std::vector<document::Attachment> asked_files(const Application& application, const Judged& judged) {
    auto files = application.files;
    std::erase_if(files, [&](const auto& file) { return judged.hidden_places.contains(file.place); });
    return files;
}

/// A value as it stands in a document: days as 2025-11-01, sums in cents, shares in basis points.
struct Frozen {
    kit::Json operator()(const std::string& text) const { return text; }
    kit::Json operator()(Date day) const { return write_date(day); }
    kit::Json operator()(Money sum) const { return sum.count(); }
    kit::Json operator()(Share share) const { return std::int64_t{share.basis_points}; }
    kit::Json operator()(std::int64_t number) const { return number; }
    kit::Json operator()(Period period) const {
        return kit::Json::Object{{"first", write_date(period.first)}, {"last", write_date(period.last)}};
    }
    kit::Json operator()(const form::Choice& choice) const { return choice.value; }
    kit::Json operator()(const form::Chosen& chosen) const {
        return kit::Json::List(chosen.values.begin(), chosen.values.end());
    }
    kit::Json operator()(const form::ThemeShares& shares) const {
        kit::Json::Object by_theme;
        for (const auto& share : shares) {
            by_theme.emplace(share.theme, std::int64_t{share.share.basis_points});
        }
        return by_theme;
    }
    kit::Json operator()(const form::YearSums& sums) const {
        kit::Json::Object by_year;
        for (const form::YearSum& one : sums) {
            by_year.emplace(std::to_string(one.year), one.sum.count());
        }
        return by_year;
    }
    /// One object a row, by key of the column; cells that are empty are not in it.
    kit::Json operator()(const form::Rows& rows) const {
        kit::Json::List all;
        for (const form::Row& row : rows) {
            kit::Json::Object cells;
            for (const auto& [column, value] : row.cells) {
                cells.emplace(column, std::visit(*this, value));
            }
            all.push_back(std::move(cells));
        }
        return all;
    }
};

/// What the answers were read as. A text that was read as it was typed stands among the answers and is not said twice.
kit::Json read_as(const form::Checked& checked, const form::Answers& answers) {
    kit::Json::Object all;
    for (const auto& [name, value] : checked.values) {
        const auto* text = std::get_if<std::string>(&value);
        const auto typed = answers.find(name);
        if (text == nullptr || typed == answers.end() || typed->second != *text) {
            all.emplace(name, std::visit(Frozen(), value));
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
    kit::Json::Object plan{{"lines", std::move(lines)},
                           {"outside", money.plan.outside.value.count()},
                           {"public_funding", money.plan.public_funding.value.count()},
                           {"total_costs", money.plan.total_costs.value.count()}};
    if (money.plan.income.value > Money()) {
        plan.emplace("income", money.plan.income.value.count());
    }
    return plan;
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
            kit::Json::Object{{"answers", typed(part.answers, call, form::Whose::part, judged.parts[i].answers.hidden)},
                              {"business_id", part.business_id},
                              {"ordinal", part.ordinal},
                              {"organisation", part.organisation},
                              {"plan", judged.parts[i].money ? plan_of(*judged.parts[i].money) : kit::Json()},
                              {"read_as", read_as(judged.parts[i].answers, part.answers)}});
    }
    return kit::Json::Object{
        {"application", application.id.str()},
        {"arrived", arrived.milliseconds},
        {"attachments", document::manifest(asked_files(application, judged))},
        {"call", call.code.text},
        {"common",
         kit::Json::Object{{"answers", typed(application.answers, call, form::Whose::common, judged.common.hidden)},
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
