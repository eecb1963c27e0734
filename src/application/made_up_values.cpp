#include "application/made_up_values.h"

#include <algorithm>

#include "form/condition_values.h"

namespace vastin::application {

using form::Field;
using form::FieldKind;

std::uint64_t Chance::next() {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31U);
}

std::string typed_sum(Money sum) {
    const std::string cents = std::to_string(100 + sum.count() % 100).substr(1);
    return std::to_string(sum.count() / 100) + (cents == "00" ? std::string() : "," + cents);
}

namespace {

std::string typed_percent(Share share) {
    const std::string rest = std::to_string(100 + share.basis_points % 100).substr(1);
    return std::to_string(share.basis_points / 100) + (rest == "00" ? std::string() : "," + rest);
}

/// The last year from which one may count on: the calendar ends with 2199.
constexpr int last_year = 2140;

/// A value of a condition as typed, with its neighbours.
struct Typer {
    std::vector<std::string> operator()(std::monostate) const { return {}; }
    std::vector<std::string> operator()(std::int64_t number) const {
        return {std::to_string(number), std::to_string(number + 1), std::to_string(number - 1)};
    }
    std::vector<std::string> operator()(Money sum) const {
        std::vector<std::string> all{typed_sum(sum), typed_sum(sum + Money::euros(1))};
        if (sum >= Money::euros(1)) {
            all.push_back(typed_sum(sum - Money::euros(1)));
        }
        return all;
    }
    std::vector<std::string> operator()(Share share) const {
        std::vector<std::string> all{typed_percent(share)};
        for (const Share near : {Share{share.basis_points + 100}, Share{share.basis_points - 100}}) {
            if (near >= Share{0} && near <= whole_share) {
                all.push_back(typed_percent(near));
            }
        }
        return all;
    }
    std::vector<std::string> operator()(Date day) const {
        return day.year() <= 1900 || day.year() >= 2199
                   ? std::vector<std::string>{write_date(day)}
                   : std::vector<std::string>{
                         write_date(day), write_date(days_later(day, 1)), write_date(days_later(day, -1))};
    }
    std::vector<std::string> operator()(const std::string& text) const { return {text}; }
    std::vector<std::string> operator()(const std::vector<std::string>& all) const { return all; }
};

/// All conditions of the call.
std::vector<const form::Condition*> conditions_of(const call::Call& call) {
    std::vector<const form::Condition*> all;
    for (const form::Section& section : call.form.sections) {
        all.push_back(&section.show);
        for (const Field& field : section.fields) {
            all.insert(all.end(), {&field.show, &field.require, &field.valid});
        }
    }
    for (const call::FilePlace& place : call.files) {
        all.insert(all.end(), {&place.show, &place.require});
    }
    for (const call::Rule& rule : call.own_rules) {
        all.insert(all.end(), {&rule.when, &rule.check});
    }
    for (const auto& [name, condition] : call.share_conditions) {
        all.push_back(&condition);
    }
    return all;
}

const std::vector<std::string> implementers{"Pohjanrannan ammattikorkeakoulu",
                                            "Lakeusmetalli Oy",
                                            "Rannikon kehitysyhtiö Oy",
                                            "Merituulen koulutuskuntayhtymä",
                                            "Jokilaakson yliopisto",
                                            "Saariston yrittäjät ry",
                                            "Kuusikon kaupunki",
                                            "Bottenvikens teknik Ab"};
const std::vector<std::string> projects{"Akkujen uusi elämä",
                                        "Sivuvirrat kiertoon",
                                        "Puhdas tuotanto Pohjanlahdella",
                                        "Taitajat vihreään siirtymään",
                                        "Nya material ur biflöden",
                                        "Satama ilman päästöjä"};
const std::vector<std::string> people{
    "Aino Mäkelä", "Eero Lehtonen", "Kaisa Björklund", "Juhani Salmi", "Maria Nygård", "Oskari Rinne"};
const std::vector<std::string> sentences{
    "Hanke kokoaa alueen yritykset ja oppilaitokset kokeilemaan uusia ratkaisuja yhdessä.",
    "Tuloksena syntyy toimintamalli, jonka muut kaupungit voivat ottaa käyttöön.",
    "Kokeilut tehdään yritysten omissa tiloissa, ja niistä kerrotaan avoimesti.",
    "Projektet för samman företag och läroanstalter i regionen."};

/// A business ID that is not given out (they begin with 9), with its check digit.
std::string business_id(std::int64_t ordinal) {
    constexpr std::array weights{7, 9, 10, 5, 8, 4, 2};
    for (std::int64_t number = 9'000'000 + ordinal * 13;; ++number) {
        const std::string figures = std::to_string(number);
        int sum = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            sum += (figures[i] - '0') * weights[i];
        }
        if (sum % 11 != 1) {
            return figures + "-" + std::to_string(sum % 11 == 0 ? 0 : 11 - sum % 11);
        }
    }
}

/// Takes away what stands under the question: "staff", "staff.1.name".
void clear(const std::string& key, form::Answers& answers) {
    answers.erase(key);
    for (auto at = answers.lower_bound(key + "."); at != answers.end() && form::belongs(at->first, key);) {
        at = answers.erase(at);
    }
}

std::string cut(const std::string& text, const Field& field) {
    const std::size_t most = form::letters_most(field);
    std::size_t letters = 0, end = 0;
    for (; end < text.size() && letters < most; ++letters) {
        for (++end; end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U;) {
            ++end;
        }
    }
    return text.substr(0, end);
}

}  // namespace

Compared compared_in(const call::Call& call) {
    Compared all;
    for (const form::Condition* condition : conditions_of(call)) {
        for (const form::ComparedValue& one : form::compared_values(*condition)) {
            auto& values = all[one.name];
            for (std::string& text : std::visit(Typer(), one.value)) {
                if (std::find(values.begin(), values.end(), text) == values.end()) {
                    values.push_back(std::move(text));
                }
            }
        }
    }
    return all;
}

Answerer::Answerer(const call::Call& call, Compared compared) : call_(call), compared_(std::move(compared)) {}

std::string Answerer::letters(const Field& field, std::int64_t ordinal, Chance& chance) const {
    const auto nth = static_cast<std::size_t>(std::max<std::int64_t>(ordinal, 1) - 1);
    if (field.key == key::official_name) {
        return cut(implementers[nth % implementers.size()], field);
    }
    if (field.key == key::name) {
        return cut(chance.one_of(projects), field);
    }
    if (field.key.find("contact") != std::string::npos || field.key.find("person") != std::string::npos) {
        return cut(chance.one_of(people), field);
    }
    return cut(chance.one_of(sentences), field);
}

std::string Answerer::number(const Field& field, Chance& chance) const {
    if (field.kind == FieldKind::money) {
        const bool beside =
            field.key == key::outside_private || field.key == key::income || field.key == key::de_minimis_received;
        if (beside && chance.percent(85)) {
            return typed_sum(field.least);
        }
        const Money usual = std::clamp(Money::euros(static_cast<std::int64_t>(chance.below(50)) * 1000),
                                       field.least,
                                       std::max(field.least, field.most));
        return typed_sum(chance.percent(60) ? usual : chance.percent(70) ? field.least : field.most);
    }
    if (field.kind == FieldKind::percent) {
        return std::to_string(chance.below(21) * 5);
    }
    const std::int64_t room = std::min<std::int64_t>(field.number_most - field.number_least, 200);
    const auto more = static_cast<std::int64_t>(chance.below(static_cast<std::size_t>(room) + 1));
    return std::to_string(chance.percent(10) ? field.number_most : field.number_least + more);
}

std::string Answerer::day(Chance& chance) const {
    const Date closes = call_.rules.limits_day.value_or(Date());
    const Date from = call_.recommended_start.value_or(closes.year() > last_year ? closes : days_later(closes, 30));
    return write_date(from.year() > last_year ? from : days_later(from, static_cast<int>(chance.below(13)) * 30));
}

std::string Answerer::simple(const Field& field, const std::string& name, std::int64_t ordinal, Chance& chance) const {
    const auto compared = compared_.find(name);
    const bool chooses = field.kind == FieldKind::choice || field.kind == FieldKind::yes_no;
    if (compared != compared_.end() && !compared->second.empty() && !chooses && chance.percent(60)) {
        return chance.one_of(compared->second);
    }
    switch (field.kind) {
        case FieldKind::choice:
            return chance.one_of(field.options).value;
        case FieldKind::yes_no:
            return chance.percent(50) ? "yes" : "no";
        case FieldKind::day:
            return day(chance);
        case FieldKind::money:
        case FieldKind::number:
        case FieldKind::percent:
            return number(field, chance);
        case FieldKind::email:
            return "hanke" + std::to_string(ordinal) + "@example.fi";
        case FieldKind::phone:
            return "040 123 4567";
        case FieldKind::web:
            return "https://www.example.fi";
        case FieldKind::postal_code:
            return "67100";
        case FieldKind::business_id:
            return business_id(chance.percent(85) ? ordinal : 1);
        case FieldKind::iban:
            return "FI2112345600000785";
        case FieldKind::bic:
            return "NDEAFIHH";
        default:
            return letters(field, ordinal, chance);
    }
}

void Answerer::themes(const Field& field, form::Answers& answers, Chance& chance) const {
    const auto put = [&](const form::Theme& theme, const std::string& percent) {
        answers[field.key + "." + theme.id] = percent;
    };
    const form::Theme& first = chance.one_of(call_.themes);
    const form::Theme& second = chance.one_of(call_.themes);
    if (&first == &second || chance.percent(50)) {
        return put(first, "100");
    }
    const auto compared = compared_.find(field.key + "." + first.id);
    const bool whole = compared != compared_.end() && chance.percent(70);
    const std::string text = whole ? chance.one_of(compared->second) : std::to_string((chance.below(9) + 1) * 10);
    const bool figures = !text.empty() && text.size() <= 3 && text.find_first_not_of("0123456789") == std::string::npos;
    const int share = figures ? std::min(std::stoi(text), 100) : 50;
    put(first, std::to_string(share));
    put(second, std::to_string(100 - share));
}

void Answerer::rows(const Field& field, std::int64_t ordinal, form::Answers& answers, Chance& chance) const {
    const std::size_t least = std::max<std::size_t>(field.rows_least, 1);
    const std::size_t most = std::max(std::min<std::size_t>(field.rows_most, least + 2), least);
    const std::size_t count = least + chance.below(most - least + 1);
    for (std::size_t number = 1; number <= count; ++number) {
        for (const Field& column : field.columns) {
            answers[form::row_name(field, number, column)] =
                simple(column, field.key + "." + column.key, ordinal, chance);
        }
    }
}

void Answerer::answer(const Field& field, std::int64_t ordinal, form::Answers& answers, Chance& chance) const {
    clear(field.key, answers);
    if (!form::asks(field.kind) || (!field.required && chance.percent(30))) {
        return;
    }
    switch (field.kind) {
        case FieldKind::theme_shares:
            return themes(field, answers, chance);
        case FieldKind::several:
            for (const form::Option& option : field.options) {
                if (chance.percent(50)) {
                    answers[field.key + "." + option.value] = "1";
                }
            }
            answers[field.key + "." + chance.one_of(field.options).value] = "1";
            return;
        case FieldKind::period: {
            const std::string first = day(chance);
            answers[field.key + ".first"] = first;
            const Date day = *read_date(first);
            answers[field.key + ".last"] =
                write_date(day.year() > last_year ? day : days_later(day, static_cast<int>(chance.below(700))));
            return;
        }
        case FieldKind::rows:
            return rows(field, ordinal, answers, chance);
        case FieldKind::file:
        case FieldKind::money_by_year:
            return;  // the files of a place answer it; costs are divided by whoever makes the plan
        default:
            answers[field.key] = simple(field, field.key, ordinal, chance);
    }
}

void Answerer::days(form::Answers& answers, Chance& chance) const {
    const auto value = [&](const char* name) -> std::optional<Date> {
        const auto found = compared_.find(name);
        return found == compared_.end() || found->second.empty() || chance.percent(40)
                   ? std::nullopt
                   : read_date(chance.one_of(found->second));
    };
    const auto first = value(key::starts);
    const Date starts = first ? *first : *read_date(day(chance));
    std::vector<int> months{12, 18, 24, 30, 36, 6};
    if (call_.rules.longest) {
        std::erase_if(months, [&](int count) { return count > call_.rules.longest->count; });
        months.insert(months.end(), {call_.rules.longest->count, call_.rules.longest->count});
    }
    const auto compared = compared_.find("project.months");
    for (const std::string& text : compared == compared_.end() ? std::vector<std::string>() : compared->second) {
        months.push_back(std::clamp(std::stoi(text.size() > 4 ? "600" : text), 1, 600));
    }
    auto last = value(key::ends);
    if (starts.year() > last_year) {
        last = starts;
    } else if (!last || *last < starts) {
        last = days_later(months_later(starts, Months{chance.one_of(months)}), -1);
    }
    answers[key::starts] = write_date(starts);
    answers[key::ends] = write_date(*last);
}

}  // namespace vastin::application
