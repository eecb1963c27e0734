#include "organisation/organisation.h"

#include <algorithm>

#include "form/letters.h"

namespace vastin::organisation {

form::Read<Number> read_number(std::string_view typed) {
    const auto figures =
        std::count_if(typed.begin(), typed.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
    const bool plain = typed.find_first_not_of("0123456789. ") == std::string_view::npos;
    if (plain && figures >= 1 && figures <= 6) {
        return form::read_association_number(typed).map([](std::string text) {
            return Number{Number::Register::association, std::move(text)};
        });
    }
    return form::read_business_id(typed).map([](std::string text) {
        return Number{Number::Register::business, std::move(text)};
    });
}

Phrase told(const Number& number) {
    return number.of == Number::Register::business ? say("Business ID {0}", number.text)
                                                   : say("Association number {0}", number.text);
}

std::string_view code(Number::Register of) { return of == Number::Register::business ? "business" : "association"; }

std::string_view code(Kind kind) {
    switch (kind) {
        case Kind::university:
            return "university";
        case Kind::university_of_applied_sciences:
            return "university-of-applied-sciences";
        case Kind::joint_authority:
            return "joint-authority";
        case Kind::research_institute:
            return "research-institute";
        case Kind::municipality:
            return "municipality";
        case Kind::state:
            return "state";
        case Kind::company:
            return "company";
        case Kind::association:
            return "association";
        case Kind::foundation:
            return "foundation";
        case Kind::other:
            break;
    }
    return "other";
}

std::optional<Kind> read_kind(std::string_view text) {
    const auto* found = std::find_if(std::begin(kinds), std::end(kinds), [&](Kind kind) { return code(kind) == text; });
    return found == std::end(kinds) ? std::nullopt : std::optional(*found);
}

Phrase name(Kind kind) {
    switch (kind) {
        case Kind::university:
            return say("University");
        case Kind::university_of_applied_sciences:
            return say("University of applied sciences");
        case Kind::joint_authority:
            return say("Joint municipal authority");
        case Kind::research_institute:
            return say("Research institute");
        case Kind::municipality:
            return say("Municipality");
        case Kind::state:
            return say("State authority");
        case Kind::company:
            return say("Company");
        case Kind::association:
            return say("Association");
        case Kind::foundation:
            return say("Foundation");
        case Kind::other:
            break;
    }
    return say("Another organisation");
}

std::string folded(std::string_view text) {
    std::string small;
    bool parted = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto letter = form::letter_at(text, at);
        const std::string_view bytes = text.substr(at, letter ? letter->bytes : 1);
        at += bytes.size();
        if (!letter || form::is_unseen(letter->code)) {
            continue;
        }
        if (form::is_space(letter->code) || form::ends_line(letter->code)) {
            parted = !small.empty();
            continue;
        }
        small += parted ? " " : "";
        parted = false;
        const char32_t code = letter->code;
        if (code >= 'A' && code <= 'Z') {
            small += static_cast<char>(code + 32);
        } else if (code >= 0xC0 && code <= 0xDE && code != 0xD7) {
            small += {static_cast<char>(0xC3), static_cast<char>(bytes[1] + 0x20)};
        } else if (code == 0x160 || code == 0x17D) {  // Š, Ž
            small += {bytes[0], static_cast<char>(bytes[1] + 1)};
        } else {
            small += bytes;
        }
    }
    return small;
}

}  // namespace vastin::organisation
