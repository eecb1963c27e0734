#include "application/shown.h"

#include <algorithm>
#include <charconv>

#include "application/application_life.h"
#include "application/application_store.h"
#include "call/call_acts.h"
#include "form/read.h"

namespace vastin::application {

namespace {

/// The application that `find` gives, with its call, judged.
template <class Find>
Result<Shown> with_call(const page::Visit& visit, Find&& find_one) {
    Result<Shown> made = tl::unexpected(Refusal{Refusal::Kind::not_found, {}});
    visit.world.database.read([&](kit::Transaction& t) {
        Result<Application> opened = find_one(t);
        if (!opened) {
            made = tl::unexpected(std::move(opened).error());
            return;
        }
        auto call = call::find(t, opened->call);
        check(call != nullptr, "an application has its call");
        made = Shown{std::move(*opened), std::move(call), {}};
    });
    if (made) {
        made->judged = judge(made->application, *made->call);
    }
    return made;
}

}  // namespace

Result<Shown> shown(page::Visit& visit) {
    return with_call(visit, [&](kit::Transaction& t) { return open(t, visit.signed_in(), visit.captured.at(0)); });
}

Result<Shown> shown_to_official(page::Visit& visit, std::string_view id) {
    return with_call(visit, [&](kit::Transaction& t) -> Result<Application> {
        const auto read = Id<Application>::read(id);
        auto found = read ? find(t, *read) : std::nullopt;
        if (!found || found->state == State::draft) {
            return not_found();
        }
        return std::move(*found);
    });
}

std::string path_of(const Application& application, std::string_view rest) {
    return "/applications/" + application.id.str() + std::string(rest);
}

Phrase title_of(const Application& a) {
    return a.title.empty() ? say("Project without a name") : Phrase(Localised{a.title, a.title, a.title});
}

namespace {

std::optional<Version> read_version(const std::string& text) {
    Version version;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version.number);
    return error == std::errc() && end == text.data() + text.size() && version.number > 0 ? std::optional(version)
                                                                                          : std::nullopt;
}

}  // namespace

std::optional<Seen> posted_seen(const kit::Request& request) {
    const auto common = read_version(request.form.get("version")),
               part = read_version(request.form.get("part_version"));
    return common && part ? std::optional(Seen{*common, *part}) : std::nullopt;
}

void set_guards(kit::View& view, const page::Visit& visit, const Application& application) {
    const Seen versions = seen(application);
    view.set("VERSION", versions.common.number);
    view.set("PART_VERSION", versions.part.number);
    page::form_secret(view, visit);
}

namespace {

Phrase deadline(const Shown& shown, Instant now, const kit::Words& words, Language language) {
    const auto why = window_closed({*shown.call, now, true});
    if (why) {
        return *why;
    }
    return say("Send by {0} at the latest. {1} left.",
               shown.call->window.closes,
               words.span(language, shown.call->window.closes - now));
}

}  // namespace

void dress(page::Page& page, const page::Visit& visit, const Shown& shown) {
    const Application& a = shown.application;
    page.menu("applications");
    page.crumb(say("My applications"), "/applications");
    if (a.state == State::received) {
        const bool in_time = *a.arrived <= shown.call->window.closes;
        page.state(page::Page::State::sent,
                   say("Sent – arrived"),
                   in_time
                       ? say("Arrived {0}, before the deadline.", visit.world.words.second(visit.language, *a.arrived))
                       : say("Arrived {0}.", visit.world.words.second(visit.language, *a.arrived)),
                   {});
        return;
    }
    const auto faults = static_cast<std::int64_t>(shown.judged.faults().size());
    const Phrase saved =
        faults == 0
            ? say("Saved {0}", a.changed)
            : say_count(
                  faults, "Saved {0}, one thing to correct", "Saved {0}, {1} things to correct", a.changed, faults);
    page.state(page::Page::State::draft,
               say("Draft – not sent"),
               deadline(shown, visit.now, visit.world.words, visit.language),
               saved);
}

const form::Answers& answers_of(const Application& application, const form::Section& section) {
    return section.whose == form::Whose::common ? application.answers : application.parts.front().answers;
}

const form::Section* find_section(const form::Form& form, std::string_view key) {
    for (const form::Section& section : form.sections) {
        if (section.key == key) {
            return &section;
        }
    }
    return nullptr;
}

namespace {

/// Whether a reason's field is `key` or one of its theme shares.
bool belongs(const std::string& reason_field, const std::string& key) {
    return reason_field == key ||
           (reason_field.size() > key.size() && reason_field.starts_with(key) && reason_field[key.size()] == '.');
}

}  // namespace

std::vector<Reason> reasons_in(const Judged& judged, const form::Section& section, bool missing) {
    std::vector<Reason> all = missing ? judged.all() : judged.faults();
    std::erase_if(all, [&](const Reason& reason) {
        return std::none_of(section.fields.begin(), section.fields.end(), [&](const form::Field& field) {
            return belongs(reason.field, field.key);
        });
    });
    const auto place = [&](const Reason& reason) {
        return std::find_if(section.fields.begin(), section.fields.end(), [&](const form::Field& field) {
            return belongs(reason.field, field.key);
        });
    };
    std::stable_sort(all.begin(), all.end(), [&](const Reason& a, const Reason& b) { return place(a) < place(b); });
    return all;
}

namespace {

page::FieldView::Kind kind_of(form::FieldKind kind) {
    switch (kind) {
        case form::FieldKind::text:
            return page::FieldView::Kind::text;
        case form::FieldKind::day:
            return page::FieldView::Kind::day;
        case form::FieldKind::money:
            return page::FieldView::Kind::money;
        case form::FieldKind::choice:
            return page::FieldView::Kind::choice;
        case form::FieldKind::theme_shares:
            return page::FieldView::Kind::percent;
        case form::FieldKind::line:
            break;
    }
    return page::FieldView::Kind::line;
}

std::string answer(const form::Answers& answers, const std::string& key) {
    const auto found = answers.find(key);
    return found == answers.end() ? std::string() : found->second;
}

/// One input for each theme, in a group of its own.
void theme_fields(kit::View& view,
                  const call::Call& call,
                  const form::Field& field,
                  const form::Answers& answers,
                  const std::vector<Reason>& reasons) {
    kit::View group = view.row("GROUP");
    group.set("KEY", field.key);
    group.set("LABEL", field.label);
    if (!field.hint.fi.empty()) {
        group.row("HINTED").set("HINT", field.hint);
    }
    const auto errors = page::reasons_at(reasons, field.key);
    group.show_if("WRONG", !errors.empty());
    for (const Phrase& error : errors) {
        group.row("ERROR").set("TEXT", error);
    }
    for (const form::Theme& theme : call.themes) {
        const std::string key = field.key + "." + theme.id;
        kit::View one = group.row("SHARES");
        page::field(one,
                    "FIELD",
                    {key,
                     page::FieldView::Kind::percent,
                     theme.name,
                     {},
                     answer(answers, key),
                     page::reasons_at(reasons, key),
                     {},
                     {}});
    }
}

}  // namespace

void fields(kit::View& view,
            const call::Call& call,
            const form::Section& section,
            const form::Answers& answers,
            const std::vector<Reason>& reasons) {
    for (const form::Field& field : section.fields) {
        kit::View row = view.row("FIELDS");
        if (field.kind == form::FieldKind::theme_shares) {
            theme_fields(row, call, field, answers, reasons);
            continue;
        }
        kit::View plain = row.row("SINGLE");
        page::FieldView shown{field.key,
                              kind_of(field.kind),
                              field.label,
                              {},
                              answer(answers, field.key),
                              page::reasons_at(reasons, field.key),
                              {},
                              {}};
        if (!field.hint.fi.empty()) {
            shown.hint = field.hint;
        }
        for (const form::Option& option : field.options) {
            shown.options.push_back({option.value, option.name, {}});
        }
        page::field(plain, "FIELD", shown);
    }
}

std::string as_read(const kit::Words& words,
                    Language language,
                    const call::Call& call,
                    const form::Field& field,
                    const form::Answers& answers) {
    if (field.kind == form::FieldKind::theme_shares) {
        std::string all;
        for (const form::Theme& theme : call.themes) {
            const std::string typed = answer(answers, field.key + "." + theme.id);
            const auto share = form::read_percent(typed);
            if (!form::trimmed(typed).empty() && !(share && share->basis_points == 0)) {
                all += (all.empty() ? "" : ", ") + theme.name.in(language) + " " +
                       (share ? words.share(language, *share) : typed);
            }
        }
        return all;
    }
    const std::string typed = answer(answers, field.key);
    if (field.kind == form::FieldKind::choice) {
        for (const form::Option& option : field.options) {
            if (option.value == typed) {
                return option.name.in(language);
            }
        }
    }
    if (field.kind == form::FieldKind::money) {
        const auto sum = form::read_money(typed);
        return sum ? words.money(language, *sum) : typed;
    }
    if (field.kind == form::FieldKind::day) {
        const auto day = form::read_day(typed);
        return day ? words.day(language, *day) : typed;
    }
    return typed;
}

void plan(kit::View& view, const call::Call& call, const std::optional<PartMoney>& money) {
    if (!money || money->plan.lines.empty()) {
        return;
    }
    kit::View plan = view.row("PLANNED").part("PLAN", "application/pages/plan.tpl");
    plan.set("TOTAL", money->plan.total_costs.value);
    page::because(plan, "TOTAL_BECAUSE", money->plan.total_costs);
    std::vector<page::Segment> segments;
    for (const funding::Line& line : money->plan.lines) {
        kit::View row = plan.row("LINE");
        const std::string hue(funding::hue(line.payer));
        row.set("PAYER", hue);
        row.set("NAME", line.name);
        row.set("SUM", line.sum.value);
        row.set("BASE",
                line.payer == funding::PayerClass::own_private ? say("{0} of the costs, private money", line.share)
                : money->plan.shared.value == money->plan.public_funding.value
                    ? say("{0} of the public funding", line.share)
                    : say("{0} of the costs without outside money", line.share));
        page::because(row, "BECAUSE", line.sum, hue);
        segments.push_back({hue, line.sum.value.count(), {}});
    }
    if (money->plan.outside.value > Money()) {
        kit::View row = plan.row("OUTSIDE");
        row.set("SUM", money->plan.outside.value);
        segments.push_back({"outside", money->plan.outside.value.count(), {}});
    }
    page::share_bar(plan, "BAR", segments, "mid");
    for (const Phrase& note : money->plan.notes) {
        plan.row("NOTE").set("TEXT", note);
    }
    plan.set("SOURCE", call.rules.rounding_source);
}

}  // namespace vastin::application
