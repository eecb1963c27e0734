#include "kit/html_place.h"

#include <algorithm>
#include <array>

namespace vastin::kit {

namespace {

constexpr std::array<std::string_view, 6> code_attributes{
    "formaction", "xlink:href", "srcdoc", "style", "srcset", "imagesrcset"};
constexpr std::array<std::string_view, 12> address_attributes{"action",
                                                              "archive",
                                                              "background",
                                                              "cite",
                                                              "classid",
                                                              "codebase",
                                                              "data",
                                                              "dynsrc",
                                                              "href",
                                                              "longdesc",
                                                              "src",
                                                              "usemap"};  // those that ctemplate knows
constexpr std::array<std::string_view, 4> schemes{"http", "https", "mailto", "tel"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& list, std::string_view name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::string HtmlPlace::read(std::string_view html) {
    for (const char c : html) {
        if (auto wrong = next(c); !wrong.empty()) {
            return wrong;
        }
    }
    return {};
}

std::string HtmlPlace::next(char c) {
    if (where_ == Where::tag_start && !letter(c) && c != '/' && c != '!') {
        return "a bare <: write &lt;";  // ctemplate takes it for a tag
    }
    if (cut_) {
        cut_ = false;
        if (!blank(c) && c != '/' && c != '>') {
            return "a section cuts the name of a tag or an attribute";
        }
    }
    switch (where_) {
        case Where::text:
        case Where::tag_start:
        case Where::comment:
        case Where::declaration:
        case Where::raw:
            next_outside(c);
            return {};
        case Where::quoted:
        case Where::bare:
            next_in_value(c);
            return {};
        default:
            return next_in_tag(c);
    }
}

void HtmlPlace::next_outside(char c) {
    switch (where_) {
        case Where::text:
            where_ = c == '<' ? Where::tag_start : Where::text;
            break;
        case Where::tag_start:
            tag_.assign(1, lower(c));
            tail_.clear();
            where_ = c == '!' ? Where::declaration : Where::tag_name;
            break;
        case Where::declaration:
            tail_ += c;
            where_ = tail_ == "--" ? Where::comment : c == '>' ? Where::text : Where::declaration;
            break;
        case Where::comment:
            tail_ += c;
            where_ = tail_.ends_with("-->") ? Where::text : Where::comment;
            break;
        default:  // raw
            tail_ += lower(c);
            if (tail_.ends_with("</" + tag_)) {
                tag_ = "/" + tag_;
                where_ = Where::tag_name;
            }
    }
}

std::string HtmlPlace::next_in_tag(char c) {
    if (c == '>') {
        close_tag();
        return {};
    }
    const bool ends_name = blank(c) || c == '/';
    switch (where_) {
        case Where::tag_name:
            if (ends_name) {
                where_ = Where::in_tag;
            } else {
                tag_ += lower(c);
            }
            return {};
        case Where::attribute_name:
            if (c == '=') {
                where_ = Where::before_value;
            } else if (ends_name) {
                where_ = Where::after_name;
            } else {
                attribute_ += lower(c);
            }
            return {};
        case Where::before_value:
            if (blank(c)) {
                return "no space after the = of " + attribute_;  // ctemplate loses its way there
            }
            where_ = c == '"' || c == '\'' ? Where::quoted : Where::bare;
            quote_ = c;
            value_begun_ = where_ == Where::bare;
            variable_seen_ = address_fixed_ = false;
            address_head_.clear();
            return {};
        default:  // in_tag, after_name
            if (ends_name) {
                return {};
            }
            if (c == '=' || c == '"' || c == '\'' || c == '<') {
                return std::string("a stray ") + c + " in the tag " + tag_;
            }
            attribute_.assign(1, lower(c));
            where_ = Where::attribute_name;
            return {};
    }
}

void HtmlPlace::next_in_value(char c) {
    if (where_ == Where::bare) {
        where_ = blank(c) ? Where::in_tag : Where::bare;
        if (c == '>') {
            close_tag();
        }
        return;
    }
    if (c == quote_) {
        where_ = Where::in_tag;
        return;
    }
    value_begun_ = true;
    if (!address_fixed_) {
        // before the first of these a browser looks for a scheme, behind it no more
        address_fixed_ = c == '/' || c == '?' || c == '#' || (c == ':' && contains(schemes, address_head_));
        address_head_ += lower(c);
    }
}

void HtmlPlace::close_tag() {
    tail_.clear();
    where_ = tag_ == "script" || tag_ == "style" ? Where::raw : Where::text;
}

bool HtmlPlace::address() const { return contains(address_attributes, attribute_); }

std::string HtmlPlace::attribute_fault() const {
    const std::string_view name = attribute_;
    if (tag_ == "animate" || tag_ == "set") {
        return "<" + tag_ + "> can make any attribute of anything";
    }
    if (name.starts_with("on") || name.starts_with("hx-") || name.starts_with("data-hx-") ||
        contains(code_attributes, name)) {
        return "the attribute " + attribute_ + " is code or not allowed by the content policy";
    }
    return {};
}

std::string HtmlPlace::variable() {
    if (where_ == Where::text) {
        return {};
    }
    if (where_ != Where::quoted) {
        return where_ == Where::bare || where_ == Where::before_value ? "an attribute's value needs quotes"
               : where_ == Where::raw                                 ? "it stands inside <" + tag_ + ">"
               : where_ == Where::comment                             ? "it stands inside an HTML comment"
                                          : "it stands in the name of a tag or an attribute";
    }
    if (auto fault = attribute_fault(); !fault.empty()) {
        return fault;
    }
    // At its very beginning ctemplate looks at the scheme of the address; later only we can.
    if (address() && !address_fixed_ && (value_begun_ || variable_seen_)) {
        return "the address in " + attribute_ + " must begin with one value or with a fixed path or scheme";
    }
    variable_seen_ = true;
    return {};
}

std::string_view HtmlPlace::escape() const {
    return where_ != Where::quoted || !address() ? "p" : value_begun_ ? "h" : "U=html";
}

std::string HtmlPlace::word() const {
    if (where_ == Where::text) {
        return {};
    }
    if (where_ != Where::quoted) {
        return "a word may stand in text and in quoted attributes only";
    }
    return address() ? "a word is no address" : attribute_fault();
}

std::string HtmlPlace::include() const {
    return where_ == Where::text ? std::string() : "an include may stand in text only, not inside a tag";
}

std::string HtmlPlace::section() {
    switch (where_) {
        case Where::text:
        case Where::quoted:
        case Where::in_tag:
            return {};
        case Where::tag_name:
        case Where::attribute_name:
            where_ = Where::in_tag;
            cut_ = true;
            return {};
        case Where::after_name:
            where_ = Where::in_tag;
            return {};
        default:
            return "a section may not begin or end here";
    }
}

std::string HtmlPlace::end() const {
    return where_ == Where::text ? std::string() : "the file ends inside a tag, a script or a comment";
}

bool HtmlPlace::same_as(const HtmlPlace& other) const {
    const bool same = where_ == other.where_;
    if (where_ == Where::quoted) {
        return same && attribute_ == other.attribute_ && quote_ == other.quote_ && tag_ == other.tag_;
    }
    return same && (where_ == Where::text || tag_ == other.tag_);
}

void HtmlPlace::forget_inside(const HtmlPlace& before) {
    address_fixed_ = before.address_fixed_;
    address_head_ = before.address_head_;
    cut_ = cut_ || before.cut_;
}

}  // namespace vastin::kit
