#pragma once
// For the tests: the Kokkola rules, and figures told in plain English, as funding_cases.txt prints them.
#include <stdexcept>
#include <string>

#include "funding/plan.h"

namespace vastin::funding::for_tests {

inline Localised same(const std::string& text) { return {text, text, text}; }

/// 60 % EU and state, 25 % the city, 15 % own; the applicant takes the rest.
inline Rules kokkola(Rounding rounding) {
    Rules rules;
    const auto add = [&](const char* key, PayerClass payer, const char* name, int basis_points) {
        PayerRule rule;
        rule.key = {key};
        rule.payer = payer;
        rule.name = same(name);
        rule.share = {basis_points};
        rule.source = same("Call 2025");
        rules.payers.push_back(rule);
    };
    add("eu", PayerClass::eu_and_state, "EU and state", 6000);
    add("city", PayerClass::city, "City of Kokkola", 2500);
    add("own", PayerClass::own_public, "Applicant", 1500);
    rules.support = {"eu"};
    rules.taker = {"own"};
    rules.rounding = rounding;
    CostModel flat;
    flat.key = "flat_40";
    flat.name = same("Flat rate 40 %");
    flat.rate = {4000};
    rules.cost_models.push_back(flat);
    return rules;
}

/// The call of 2021: the state 60 %, an indicative share; the rest is local, and the applicant must take part.
inline Rules kokkola_2021(Rounding rounding) {
    Rules rules = kokkola(rounding);
    rules.payers[0].bound = Bound::about;
    rules.payers[1].bound = rules.payers[2].bound = Bound::open;
    rules.payers[1].share = rules.payers[2].share = {};
    rules.payers[2].takes_part = true;
    rules.private_own = PrivateOwn::counts;
    for (PayerRule& rule : rules.payers) {
        rule.source = same("Call 2021");
    }
    return rules;
}

/// The call of 2022: at most 60 % of the total costs; the rest is own, municipal and other public money.
inline Rules kokkola_2022(Rounding rounding) {
    Rules rules = kokkola_2021(rounding);
    rules.payers[0].bound = Bound::at_most;
    rules.payers[0].base = Base::total_costs;
    rules.payers[2].takes_part = false;
    for (PayerRule& rule : rules.payers) {
        rule.source = same("Call 2022");
    }
    return rules;
}

inline std::string euros(Money sum) {
    const auto cents = static_cast<unsigned long long>(sum.count() < 0 ? -sum.count() : sum.count());
    std::string whole = std::to_string(cents / 100);
    for (std::size_t at = whole.size(); at > 3; at -= 3) {
        whole.insert(at - 3, " ");
    }
    const std::string two = std::to_string(100 + cents % 100).substr(1);
    return (sum.count() < 0 ? "-" : "") + whole + (two == "00" ? "" : "." + two);
}

inline std::string percent(Share share) {
    const std::string two = std::to_string(100 + share.basis_points % 100).substr(1);
    return std::to_string(share.basis_points / 100) + (two == "00" ? "" : "." + two) + " %";
}

/// "-0.01", "933333", "0.3": exact, for what a test writes.
inline Money read_euros(const std::string& text) {
    const bool minus = text.starts_with("-");
    const auto point = text.find('.');
    const std::string whole = text.substr(minus ? 1 : 0, point == std::string::npos ? point : point - (minus ? 1 : 0));
    std::string two = point == std::string::npos ? "" : text.substr(point + 1);
    two.resize(2, '0');
    const Money sum = Money::cents(std::stoll(whole) * 100 + std::stoll(two));
    return minus ? -sum : sum;
}

std::string told(const Phrase& phrase);

inline std::string told_value(const Phrase::Value& value) {
    if (const auto* money = std::get_if<Money>(&value)) {
        return euros(*money);
    }
    if (const auto* share = std::get_if<Share>(&value)) {
        return percent(*share);
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return *text;
    }
    if (const auto* text = std::get_if<Localised>(&value)) {
        return text->en;
    }
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*number);
    }
    if (const auto* date = std::get_if<Date>(&value)) {
        return write_date(*date);
    }
    if (const auto* phrase = std::get_if<Phrase>(&value)) {
        return told(*phrase);
    }
    throw std::logic_error("a value that no test tells");
}

/// The phrase in English with its values; a place without a value is an error of the phrase.
inline std::string told(const Phrase& phrase) {
    std::string text = phrase.own                                                     ? phrase.own->en
                       : phrase.count && *phrase.count != 1 && !phrase.plural.empty() ? phrase.plural
                                                                                      : phrase.message;
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '{') {
            out += told_value(phrase.values.at(static_cast<std::size_t>(std::stoi(text.substr(at + 1)))));
            at = text.find('}', at);
        } else {
            out += text[at];
        }
    }
    return out;
}

inline std::string told(const Figure<Money>& figure) {
    std::string text = told(figure.label) + ": " + euros(figure.value);
    const Because& why = *figure.because;
    const std::string way = why.rounding.mode == RoundingMode::nearest ? "rounded to the nearest unit of "
                            : why.rounding.mode == RoundingMode::down  ? "rounded down to units of "
                                                                       : "rounded up to units of ";
    const std::string rounding = ", " + way + euros(why.rounding.unit) + " euro";
    if (why.operation == Operation::portion) {
        text += " = " + percent(why.share) + " of " + euros(why.operands.at(0).figure.value) + rounding;
    } else if (why.operation == Operation::whole) {
        text += " = what " + euros(why.operands.at(0).figure.value) + " is " + percent(why.share) + " of" + rounding;
    } else if (why.operation == Operation::units) {
        text += " = " + std::to_string(why.count) + " x " + euros(why.operands.at(0).figure.value);
    } else if (why.operation == Operation::part) {
        text += " = " + euros(why.operands.at(0).figure.value) + " / " + std::to_string(why.count) + rounding;
    } else if (why.operation == Operation::sum) {
        std::string sum;
        for (const Operand& operand : why.operands) {
            sum += (sum.empty()     ? (operand.minus ? "-" : "")
                    : operand.minus ? " - "
                                    : " + ") +
                   euros(operand.figure.value);
        }
        text += why.operands.empty() ? "" : " = " + sum;
    }
    text += why.note.empty() ? "" : ". " + told(why.note);
    return text + (why.source.empty() ? "" : " [" + told(why.source) + "]");
}

inline std::string all_told(const std::vector<Phrase>& phrases) {
    std::string text;
    for (const Phrase& phrase : phrases) {
        text += told(phrase) + "\n";
    }
    return text;
}

inline std::string all_told(const std::vector<Fault>& reasons) {
    std::string text;
    for (const Fault& reason : reasons) {
        text += reason.field + ": " + told(reason.phrase) + "\n";
    }
    return text;
}

/// What funding_cases.txt prints below a row.
inline std::string told(const Plan& plan) {
    std::string text;
    if (!plan.lines.empty()) {
        text += "    " + told(plan.total_costs) + "\n";
        if (plan.income.value > Money()) {
            text += "    " + told(plan.net_costs) + "\n";
        }
        text += "    " + told(plan.shared) + "\n";
        if (plan.public_funding.value != plan.shared.value) {
            text += "    " + told(plan.public_funding) + "\n";
        }
    }
    for (const Line& line : plan.lines) {
        text += "    " + told(line.sum) + "\n";
    }
    for (const Fault& fault : plan.faults) {
        text += "    wrong: " + told(fault.phrase) + "\n";
    }
    for (const Phrase& note : plan.notes) {
        text += "    note: " + told(note) + "\n";
    }
    return text;
}

}  // namespace vastin::funding::for_tests
