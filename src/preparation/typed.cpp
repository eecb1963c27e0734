#include "preparation/typed.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "kit/limits.h"

namespace vastin::preparation {

using call::FormatRow;
using call::ValueKind;
using kit::TomlNode;

namespace {

using Reading = form::Read<std::optional<TomlNode>>;

/// 56000050 hundredths as "560000,50", whole ones without decimals.
std::string hundredths(std::int64_t count, char point) {
    std::string text = std::to_string(count / 100);
    if (count % 100 != 0) {
        const std::string rest = std::to_string(count % 100);
        text += point;
        text += std::string(2 - rest.size(), '0') + rest;
    }
    return text;
}

std::string day_text(Date day) {
    return std::to_string(day.day()) + "." + std::to_string(day.month()) + "." + std::to_string(day.year());
}

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string moment_text(LocalTime time) {
    return day_text(time.date) + " " + std::to_string(time.hour) + "." + two(time.minute) +
           (time.second == 0 ? "" : "." + two(time.second));
}

/// "9.00", "16:15" or "23.59.59".
std::optional<LocalTime> read_hour(Date day, std::string_view text) {
    std::string iso(text);
    std::replace(iso.begin(), iso.end(), '.', ':');
    if (iso.size() > 1 && iso[1] == ':') {
        iso.insert(0, "0");
    }
    return read_local_time(write_date(day) + "T" + iso);
}

Reading read_moment(std::string_view typed) {
    if (const auto iso = read_local_time(typed)) {
        return TomlNode{*iso};
    }
    const auto space = typed.find_first_of(" \t");
    const auto last = typed.find_last_of(" \t");
    const std::string_view between =
        space == std::string_view::npos ? "" : form::trimmed(typed.substr(space, last - space));
    const bool words = between.empty() || between == "klo" || between == "kl." || between == "kl" || between == "at";
    const auto day = form::read_day(typed.substr(0, space));
    const auto time = day && words && last != std::string_view::npos
                          ? read_hour(*day, form::trimmed(typed.substr(last)))
                          : std::nullopt;
    if (!time) {
        return tl::unexpected(say("Write the day and the time as 4.5.2026 9.00."));
    }
    return TomlNode{*time};
}

Reading read_number(std::string_view typed) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    if (error != std::errc() || end != typed.data() + typed.size() || number < 0) {
        return tl::unexpected(say("Write a whole number."));
    }
    return TomlNode{number};
}

/// One value a line: a moment, or a code as it stands.
Reading read_list(std::string_view typed, bool moments) {
    TomlNode::List list;
    while (!typed.empty()) {
        const auto end = std::min(typed.find('\n'), typed.size());
        const auto one = form::trimmed(typed.substr(0, end));
        if (!one.empty()) {
            auto read = moments ? read_moment(one) : Reading(TomlNode{std::string(one)});
            if (!read) {
                return read;
            }
            list.push_back(std::move(**read));
        }
        typed.remove_prefix(std::min(end + 1, typed.size()));
    }
    return list.empty() ? std::optional<TomlNode>() : TomlNode{std::move(list)};
}

Reading read_sum(std::string_view typed) {
    const auto sum = form::read_money(typed);
    if (!sum) {
        return tl::unexpected(sum.error());
    }
    const std::int64_t cents = sum->count();
    return cents % 100 == 0 ? TomlNode{cents / 100} : TomlNode{hundredths(cents, '.')};
}

Reading read_share(std::string_view typed) {
    const auto share = form::read_percent(typed);
    if (!share) {
        return tl::unexpected(share.error());
    }
    return share->basis_points % 100 == 0 ? TomlNode{static_cast<std::int64_t>(share->basis_points / 100)}
                                          : TomlNode{share->basis_points / 100.0};
}

Reading read_words(const FormatRow& row, std::string_view typed) {
    const bool long_text = row.kind == ValueKind::long_words || row.kind == ValueKind::own_words;
    auto text = long_text ? form::read_text(typed, kit::limits::text_letters)
                          : form::read_line(typed, kit::limits::text_letters);
    if (!text) {
        return tl::unexpected(std::move(text).error());
    }
    return TomlNode{std::string(form::trimmed(*text))};
}

}  // namespace

std::string as_typed(const FormatRow& row, const TomlNode* node) {
    struct Shown {
        ValueKind kind;
        std::string operator()(const std::string& text) const {
            std::string shown = text;
            if (kind == ValueKind::euros) {
                std::replace(shown.begin(), shown.end(), '.', ',');
            }
            return shown;
        }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(double number) const {
            std::string text = hundredths(static_cast<std::int64_t>(std::llround(number * 100)), ',');
            return text.find(',') != std::string::npos && text.ends_with('0') ? text.substr(0, text.size() - 1) : text;
        }
        std::string operator()(bool truth) const { return truth ? "1" : ""; }
        std::string operator()(Date day) const { return day_text(day); }
        std::string operator()(LocalTime time) const { return moment_text(time); }
        std::string operator()(const TomlNode::List& list) const {
            std::string all;
            for (const TomlNode& one : list) {
                all += (all.empty() ? "" : "\n") + std::visit(*this, one.value);
            }
            return all;
        }
        std::string operator()(const TomlNode::Table&) const { return ""; }
    };
    return node == nullptr ? std::string() : std::visit(Shown{row.kind}, node->value);
}

Reading read_typed(const FormatRow& row, std::string_view typed) {
    const std::string_view text = form::trimmed(typed);
    if (text.empty()) {
        return std::optional<TomlNode>();
    }
    switch (row.kind) {
        case ValueKind::number:
            return read_number(text);
        case ValueKind::euros:
            return read_sum(text);
        case ValueKind::percent:
            return read_share(text);
        case ValueKind::day: {
            const auto day = form::read_day(text);
            return day ? Reading(TomlNode{*day}) : Reading(tl::unexpected(day.error()));
        }
        case ValueKind::moment:
            return read_moment(text);
        case ValueKind::truth:
            return TomlNode{true};
        case ValueKind::several:
        case ValueKind::codes:
        case ValueKind::moments:
            return read_list(text, row.kind == ValueKind::moments);
        default:
            return read_words(row, text);
    }
}

}  // namespace vastin::preparation
