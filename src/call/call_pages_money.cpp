#include "call/call_pages_money.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "call/call_pages.h"
#include "call/opening.h"
#include "page/field.h"

namespace vastin::call {

void set_sum(kit::View& view, const programme::Announced& money) {
    view.show_if("ABOUT", money.precision == programme::Announced::Precision::about);
    view.set("SUM", view.words().whole_money(view.language(), money.sum));
}

void mark(kit::View& view, const char* section, const Call& call, std::initializer_list<const char*> keys) {
    view.show_if(section, std::any_of(keys.begin(), keys.end(), [&](const char* key) { return assumed(call, key); }));
}

void fill_pots(kit::View& body, const Call& call, const programme::Programme& programme) {
    for (const Pot& pot : call.pots) {
        kit::View row = body.row("MONEY_POT");
        const programme::Payer* payer = programme::find_payer(programme, pot.payer.text);
        const programme::Funder* funder = programme::find_funder(programme, pot.funder.text);
        const funding::PayerRule* rule = funding::find_payer(call.rules, {pot.payer.text});
        row.set("HUE", payer != nullptr ? payer->hue : std::string("eu"));
        row.set("PAYER", rule != nullptr ? rule->name : payer != nullptr ? payer->name : Localised{});
        row.set("FUNDER", funder != nullptr ? funder->name : Localised{});
        row.set("LABEL", pot.label);
        set_sum(row, pot.money);
    }
}

void fill_shares(kit::View& body, const Call& call) {
    std::vector<page::Segment> segments;
    for (const funding::PayerRule& payer : call.rules.payers) {
        const std::string hue(funding::hue(payer.payer));
        segments.push_back({hue, payer.share.basis_points, body.words().share(body.language(), payer.share)});
        kit::View row = body.row("PAYER");
        row.set("HUE", hue);
        row.set("NAME", payer.name);
        row.set("SHARE", share_words(payer));
        kit::View line = body.row("SHARE_ROW");
        line.set("HUE", hue);
        line.set("NAME", payer.name);
        line.set("SHARE", share_words(payer));
        line.set("SOURCE", payer.source);
    }
    if (const Share left = funding::rest(call.rules); left > Share{0}) {
        segments.push_back({"track", left.basis_points, body.words().share(body.language(), left)});
        body.row("REST").set("TEXT", say("{0} is shared by those for whom no share is set.", left));
    }
    body.show_if("PARTED", usual_shares(call.rules));
    page::share_bar(body, "SHARES", segments);
    body.set("MONEY", call.texts.money);
    mark(body, "MONEY_ASSUMED", call, {"funding.rounding_unit", "funding.private_money", "texts.money"});
}

namespace {

void fill_fields(kit::View& body, const Call& call, const CalculatorTyped& typed, const Calculated& result) {
    using Kind = page::FieldView::Kind;
    const funding::PayerRule* payer = funding::find_payer(call.rules, call.rules.support);
    const auto money = [&](const char* name, const char* key, Phrase label, Phrase hint, const std::string& value) {
        page::field(
            body,
            name,
            {key, Kind::money, std::move(label), std::move(hint), value, page::reasons_at(result.reasons, key)});
    };
    money("TOTAL", "total", say("Total costs"), say("Of the whole project, in euros."), typed.total);
    money("SUPPORT",
          "support",
          say("Or: support wanted from this payer: {0}", payer->name),
          say("Leave empty if you wrote the total costs."),
          typed.support);
    money("PRIVATE",
          "private",
          say("Private money from outside the applicant"),
          say("What companies pay, for example. It stands outside the shares. Leave empty if there is none."),
          typed.outside);
    if (const funding::PayerRule* tried = tried_payer(call.rules)) {
        money("WHAT_IF",
              "what_if",
              say("What if {0} gives", tried->name),
              tried->bound == funding::Bound::open
                  ? say("The call sets no share for this payer. Write what you ask of it, in euros.")
                  : say("Try another sum, in euros: you see who pays the difference. Leave empty to follow the rules."),
              typed.what_if);
    }
    page::FieldView applicant{"applicant", Kind::choice, say("The applicant is")};
    applicant.value = typed.applicant.empty() ? "public" : typed.applicant;
    applicant.errors = page::reasons_at(result.reasons, "applicant");
    applicant.options = {{"public", say("a public body: its own money is public funding"), {}},
                         {"private", say("a private body: its own money is not public funding"), {}}};
    if (call.rules.lone_company) {
        applicant.options.push_back({"company", say("a company alone, without other implementers"), {}});
    }
    page::field(body, "APPLICANT", applicant);
}

/// One line of a plan with its because; `rule` is what the rules give, where another sum was tried.
void line(kit::View& plan,
          const Phrase& name,
          std::string_view hue,
          const Figure<Money>& sum,
          const std::optional<Money>& rule = {}) {
    kit::View row = plan.row("LINE");
    row.set("NAME", name);
    row.set("HUE", hue);
    row.set("SUM", sum.value);
    page::because(row, "WHY", sum, hue);
    if (rule) {
        const Money change = sum.value - *rule;
        row.row("CHANGE").set("TEXT",
                              change == Money()  ? say("As by the rules.")
                              : change < Money() ? say("By the rules {0}: {1} less.", *rule, -change)
                                                 : say("By the rules {0}: {1} more.", *rule, change));
    }
}

/// The lines of a plan into `view`; beside those of `by_rules`, where it is a tried one.
void fill_lines(kit::View& view, const funding::Plan& plan, const funding::Plan* by_rules) {
    std::vector<page::Segment> segments;
    for (const funding::Line& payer : plan.lines) {
        const std::string_view hue = funding::hue(payer.payer);
        const funding::Line* rule = by_rules == nullptr ? nullptr : funding::find_line(*by_rules, payer.key);
        line(view, Phrase(payer.name), hue, payer.sum, rule == nullptr ? std::nullopt : std::optional(rule->sum.value));
        segments.push_back({std::string(hue), payer.sum.value.count(), ""});
    }
    if (plan.outside.value > Money()) {
        line(view, say("Private money from outside the applicant"), "outside", plan.outside);
        segments.push_back({"outside", plan.outside.value.count(), ""});
    }
    if (plan.total_costs.value > Money()) {
        page::share_bar(view, "BAR", segments, "mid");
    }
    for (const Phrase& note : plan.notes) {
        view.row("NOTE").set("TEXT", note);
    }
}

void fill_plan(kit::View& body, const funding::Plan& plan) {
    if (plan.lines.empty()) {
        return;
    }
    kit::View shown = body.row("PLAN");
    shown.set("COSTS", plan.total_costs.value);
    if (plan.total_costs.because && plan.total_costs.because->operation != Operation::given) {
        page::because(shown, "COSTS_WHY", plan.total_costs);
    }
    fill_lines(shown, plan, nullptr);
}

/// The same costs with the tried sum, and the size of the project in which that sum is just the share.
void fill_tried(kit::View& body, const page::Visit& visit, const Call& call, const Calculated& result) {
    const funding::PayerRule* payer = tried_payer(call.rules);
    if (!result.tried || result.tried->lines.empty() || payer == nullptr) {
        return;
    }
    const Money sum = funding::find_line(*result.tried, payer->key)->sum.value;
    kit::View shown = body.row("TRIED");
    shown.set("HEADING", say("If {0} gives {1}", payer->name, sum));
    fill_lines(shown, *result.tried, &*result.plan);
    if (payer->share > Share{0} && sum > Money() && sum != funding::find_line(*result.plan, payer->key)->sum.value) {
        const Money whole = whole_of(sum, payer->share, call.rules.rounding);
        kit::View size = shown.row("SIZE");
        size.set("TEXT", say("{0} is {1} of {2}.", sum, payer->share, whole));
        size.set(
            "ADDRESS",
            page::address(visit,
                          "/calls/" + call.code.text + "?what_if=" + std::to_string(sum.count() / 100) +
                              (sum.count() % 100 == 0 ? "" : "." + std::to_string(100 + sum.count() % 100).substr(1)) +
                              "#plan"));
    }
}

}  // namespace

void fill_calculator(kit::View& body,
                     const page::Visit& visit,
                     const Call& call,
                     const CalculatorTyped& typed,
                     const Calculated& result) {
    body.set("CALCULATE", page::address(visit, "/calls/" + call.code.text + "#calculator"));
    fill_fields(body, call, typed, result);
    if (result.plan) {
        fill_plan(body, *result.plan);
    }
    fill_tried(body, visit, call, result);
}

Phrase share_words(const funding::PayerRule& payer) {
    const auto of = [&](Phrase costs, Phrase net, Phrase funding) {
        return payer.base == funding::Base::total_costs ? costs
               : payer.base == funding::Base::net_costs ? net
                                                        : funding;
    };
    const Share share = payer.share;
    switch (payer.bound) {
        case funding::Bound::at_most:
            return of(say("at most {0} of the total costs", share),
                      say("at most {0} of the net costs", share),
                      say("at most {0} of the public funding", share));
        case funding::Bound::at_least:
            return of(say("at least {0} of the total costs", share),
                      say("at least {0} of the net costs", share),
                      say("at least {0} of the public funding", share));
        case funding::Bound::about:
            return of(say("indicatively {0} of the total costs", share),
                      say("indicatively {0} of the net costs", share),
                      say("indicatively {0} of the public funding", share));
        case funding::Bound::open:
            return payer.takes_part ? say("no share is set, but must take part") : say("no share is set");
        case funding::Bound::exact:
            break;
    }
    return of(say("{0} of the total costs", share),
              say("{0} of the net costs", share),
              say("{0} of the public funding", share));
}

bool usual_shares(const funding::Rules& rules) {
    static constexpr std::array usual{Share{6000}, Share{2500}, Share{1500}};
    return std::equal(
        usual.begin(), usual.end(), rules.payers.begin(), rules.payers.end(), [](Share share, const auto& payer) {
            return share == payer.share && payer.bound == funding::Bound::exact;
        });
}

bool fill_applied(kit::View& body, const page::Visit& visit, const Call& call, Money asked) {
    const Money pot = support_money(call);
    if (!call.window.until_pot_empty || state(call, visit.now) == CallState::coming) {
        return true;
    }
    kit::View applied = body.row("APPLIED");
    applied.set("PART", page::percent_of(std::min(asked, pot).count(), std::max<std::int64_t>(pot.count(), 1)));
    const auto whole = [&](Money sum) { return visit.world.words.whole_money(visit.language, sum); };
    applied.set("TEXT", say("{0} of {1} has been applied for.", whole(asked), whole(pot)));
    return asked < pot;
}

}  // namespace vastin::call
