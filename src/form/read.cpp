#include "form/read.h"

#include <algorithm>
#include <array>

#include "form/letters.h"

namespace vastin::form {

namespace {

constexpr std::size_t day_letters = 10;     // 2025-06-02
constexpr std::size_t percent_figures = 3;  // 100

bool all_figures(std::string_view text) { return text.find_first_not_of("0123456789") == std::string_view::npos; }

/// The number in `figures`, which are few enough not to overflow.
std::int64_t number_of(std::string_view figures) {
    std::int64_t number = 0;
    for (char figure : figures) {
        number = number * 10 + (figure - '0');
    }
    return number;
}

/// `fraction` of one or two figures as hundredths: "5" is 50.
std::int64_t hundredths(std::string_view fraction) {
    return fraction.empty() ? 0 : number_of(fraction) * (fraction.size() == 1 ? 10 : 1);
}

/// A day from its three parts as typed, in the order of the calendar of the form.
Read<Date> day_of(std::string_view day, std::string_view month, std::string_view year) {
    const auto fits = [](std::string_view part) { return !part.empty() && part.size() <= 2 && all_figures(part); };
    if (!fits(day) || !fits(month) || year.empty() || !all_figures(year)) {
        return tl::unexpected(say("Write the day with points, such as 2.6.2025."));
    }
    if (year.size() != 4) {
        return tl::unexpected(say("Write the year with four figures, such as 2.6.2025."));
    }
    const auto number = [](std::string_view part) { return static_cast<int>(number_of(part)); };
    if (number(year) < 1900 || number(year) > 2199) {
        return tl::unexpected(say("The year must be from 1900 to 2199."));
    }
    const auto date = Date::of(number(year), number(month), number(day));
    if (!date) {
        return tl::unexpected(say("There is no such day in the calendar. Check the day and the month."));
    }
    return *date;
}

/// The three parts of `text` between two marks, without spaces around; three empty ones where there are not two.
std::array<std::string_view, 3> in_three(std::string_view text, char mark) {
    const auto first = text.find(mark);
    const auto second = first == std::string_view::npos ? first : text.find(mark, first + 1);
    if (second == std::string_view::npos) {
        return {};
    }
    return {trimmed(text.substr(0, first)),
            trimmed(text.substr(first + 1, second - first - 1)),
            trimmed(text.substr(second + 1))};
}

/// Letters counted, marks that are not seen left out where `one_line`; control letters refused.
Read<std::string> read_letters(std::string_view typed, std::size_t most, bool one_line) {
    std::string kept;
    for (std::size_t at = 0; at < typed.size();) {
        const auto letter = letter_at(typed, at);
        if (!letter) {
            return tl::unexpected(say("The text has letters that cannot be read. Write them again."));
        }
        const std::string_view bytes = typed.substr(at, letter->bytes);
        at += letter->bytes;
        const bool line_end = ends_line(letter->code);
        if (one_line && line_end) {
            return tl::unexpected(say("Write this on one line, without line breaks."));
        }
        if (!line_end && letter->code != '\t' && is_control(letter->code)) {
            return tl::unexpected(say("The text has control letters that are not seen. Write it again by hand."));
        }
        if (one_line && letter->code == '\t') {
            kept += ' ';
        } else if (line_end) {
            const bool pair = letter->code == '\r' && typed.substr(at).starts_with('\n');  // "\r\n" is one line end
            at += pair ? 1 : 0;
            kept += '\n';
        } else if (!one_line || !is_unseen(letter->code)) {
            kept += bytes;
        }
    }
    const std::string read(trimmed(kept));
    const std::size_t letters = count_letters(read);
    if (letters > most) {
        return tl::unexpected(say("Too long: {0} letters, at most {1}.",
                                  static_cast<std::int64_t>(letters),
                                  static_cast<std::int64_t>(most)));
    }
    return read;
}

}  // namespace

Read<Date> read_day(std::string_view typed) {
    const std::string_view text = trimmed(typed);
    if (text.find('/') != std::string_view::npos) {
        return tl::unexpected(
            say("Write the day with points and the day of the month first, such as 2.6.2025: with slashes the day and "
                "the month can be mixed up."));
    }
    if (text.size() <= day_letters && text.find('-') != std::string_view::npos) {
        const auto [year, month, day] = in_three(text, '-');
        return day_of(day, month, year);
    }
    const auto [day, month, year] = in_three(text, '.');
    return day_of(day, month, year);
}

Read<Share> read_percent(std::string_view typed) {
    const auto unread = [] { return tl::unexpected(say("Write a percent from 0 to 100, such as 50.")); };
    std::string_view text = trimmed(typed);
    if (text.ends_with('%')) {
        text = trimmed(text.substr(0, text.size() - 1));
    }
    const auto mark = text.find_first_of(",.");
    const std::string_view whole = text.substr(0, mark);
    const std::string_view fraction = mark == std::string_view::npos ? std::string_view() : text.substr(mark + 1);
    if (whole.empty() || whole.size() > percent_figures || !all_figures(whole) || !all_figures(fraction) ||
        (mark != std::string_view::npos && fraction.empty())) {
        return unread();
    }
    if (fraction.size() > 2) {
        return tl::unexpected(say("A percent has at most two decimals."));
    }
    const std::int64_t basis_points = number_of(whole) * 100 + hundredths(fraction);
    return basis_points > whole_share.basis_points ? Read<Share>(unread())
                                                   : Share{static_cast<std::int32_t>(basis_points)};
}

Read<std::int64_t> read_number(std::string_view typed) {
    constexpr std::size_t figures_most = 12;
    const auto unread = [] { return tl::unexpected(say("Write a whole number in figures, such as 12.")); };
    std::string figures, group;  // the figures since the last space
    bool minus = false, parted = false;
    const std::string_view text = trimmed(typed);
    for (std::size_t at = 0; at < text.size();) {
        const auto letter = letter_at(text, at);
        const char32_t code = letter ? letter->code : U'?';
        at += letter ? letter->bytes : 1;
        if (code >= '0' && code <= '9') {
            group += static_cast<char>(code);
        } else if (is_space(code) && !group.empty()) {
            if (parted ? group.size() != 3 : group.size() > 3) {
                return unread();
            }
            figures += group;
            group.clear();
            parted = true;
        } else if ((code == '-' || code == 0x2212) && figures.empty() && group.empty() && !minus) {
            minus = true;
        } else if ((code == ',' || code == '.') && !(figures + group).empty()) {
            return tl::unexpected(say("Write a whole number, without a comma or a point, such as 12."));
        } else if (!is_unseen(code)) {
            return unread();
        }
    }
    if (group.empty() || (parted && group.size() != 3)) {
        return unread();
    }
    figures += group;
    figures.erase(0, std::min(figures.find_first_not_of('0'), figures.size() - 1));
    if (figures.size() > figures_most) {
        return tl::unexpected(say("The number is too large."));
    }
    return minus ? -number_of(figures) : number_of(figures);
}

Read<std::string> read_line(std::string_view typed, std::size_t most) {
    return read_letters(trimmed(typed), most, true);
}

Read<std::string> read_text(std::string_view typed, std::size_t most) { return read_letters(typed, most, false); }

}  // namespace vastin::form
