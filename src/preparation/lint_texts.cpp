// Words for people: the contact, criteria, what was left untranslated.
#include <algorithm>

#include "form/letters.h"
#include "preparation/lint_parts.h"
#include "preparation/preparation.h"

namespace vastin::preparation {

namespace {

constexpr std::size_t prose_letters = 40;  // shorter texts may well be the same in two languages: names, figures

/// Whether two words with capitals stand side by side, as in a person's name; of Finnish and Swedish, which write roles
/// with small letters.
bool looks_like_a_person(const std::string& text) {
    const auto capital = [&](std::size_t at) {
        const auto letter = form::letter_at(text, at);
        return letter && ((letter->code >= U'A' && letter->code <= U'Z') || letter->code == U'Ä' ||
                          letter->code == U'Ö' || letter->code == U'Å');
    };
    for (std::size_t space = text.find(' '); space != std::string::npos; space = text.find(' ', space + 1)) {
        const std::size_t before = text.rfind(' ', space == 0 ? 0 : space - 1);
        const std::size_t start = before == std::string::npos || before == space ? 0 : before + 1;
        if (space > start && space + 1 < text.size() && capital(start) && capital(space + 1)) {
            return true;
        }
    }
    return text.find('@') != std::string::npos;
}

void look_at_contact(Lint& lint) {
    const call::Contact& contact = lint.call.contact;
    if (contact.web.empty()) {
        lint.warn(
            "contact-web",
            "contact.web",
            say("No web address stands beside the contact: an applicant finds neither a number nor an e-mail. Add "
                "the page of the office."));
    }
    for (const Language language : {Language::fi, Language::sv}) {
        if (looks_like_a_person(contact.role.in(language))) {
            lint.warn("contact-person",
                      "contact.role." + std::string(vastin::code(language)),
                      say("\"{0}\" looks like a person. Name a role: people change, and the call stays for ever.",
                          contact.role.in(language)));
        }
    }
}

void look_at_criteria(Lint& lint) {
    std::int64_t minimums = 0;
    for (std::size_t i = 0; i < lint.call.criteria.size(); ++i) {
        const call::Criterion& one = lint.call.criteria[i];
        const std::string at = "criteria[" + std::to_string(i + 1) + "].";
        minimums += one.kind == call::Criterion::Kind::score ? one.minimum.value_or(one.least_score) : 0;
        if (one.kind == call::Criterion::Kind::pass && !one.text) {
            lint.warn(
                "pass-without-text",
                at + "text.fi",
                say("\"{0}\" decides alone, and nothing says what is looked at. Write when it is passed.", one.name));
        }
        if (one.weight && one.weight->basis_points == 0) {
            lint.warn(
                "weight-of-nothing",
                at + "weight",
                say("\"{0}\" weighs 0 %: its score changes nothing. Give it a weight, or take it away.", one.name));
        }
        if (one.minimum && *one.minimum == one.least_score) {
            lint.warn(
                "minimum-of-nothing",
                at + "minimum",
                say("The least score of \"{0}\" is the bottom of its scale, {1}: nobody is below it. Raise it, or "
                    "leave it empty.",
                    one.name,
                    *one.minimum));
        }
    }
    const auto& total = lint.call.scoring.minimum_total;
    if (total && *total <= minimums) {
        lint.warn(
            "total-of-nothing",
            "scoring.minimum_total",
            say("The least total, {0}, is not above what the least scores sum to, {1}: nobody is below it. Raise it, "
                "or leave it empty.",
                *total,
                minimums));
    }
}

/// Prose that is the same in two languages was copied and not translated.
void look_at_words(Lint& lint, const kit::TomlNode& node, const std::string& path) {
    if (const auto* list = node.list()) {
        for (std::size_t i = 0; i < list->size(); ++i) {
            look_at_words(lint, (*list)[i], path + "[" + std::to_string(i + 1) + "]");
        }
        return;
    }
    if (node.table() == nullptr) {
        return;
    }
    const auto text = [&](const char* language) {
        const kit::TomlNode* there = node.at(language);
        return there == nullptr || there->text() == nullptr ? std::string() : *there->text();
    };
    const std::string fi = text("fi");
    for (const char* other : {"sv", "en"}) {
        if (form::count_letters(fi) >= prose_letters && text(other) == fi) {
            lint.warn("untranslated",
                      path + "." + other,
                      std::string_view(other) == "sv"
                          ? say("The Swedish text is the same as the Finnish one. Translate it.")
                          : say("The English text is the same as the Finnish one. Translate it."));
        }
    }
    for (const auto& [key, inner] : *node.table()) {
        if (path.empty() && key == "sources") {
            continue;  // documents keep their names
        }
        look_at_words(lint, inner, path.empty() ? key : path + "." + kit::toml_key(key));
    }
}

}  // namespace

void look_at_texts(Lint& lint) {
    look_at_contact(lint);
    look_at_criteria(lint);
    look_at_words(lint, tree_of(lint.call.file.text).root(), "");
}

}  // namespace vastin::preparation
