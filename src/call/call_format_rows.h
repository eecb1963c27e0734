#pragma once
// How the rows of the format are written down. Inside call_format*.cpp only.
#include "call/call_format.h"

namespace vastin::call {

/// What not every row has.
struct More {
    Phrase hint{};
    bool required = false, later = false;
    FormatRow::From from = FormatRow::From::words;
    std::string only{}, first{};
    std::vector<FormatWord> words{};
};

inline FormatRow row(std::string path, ValueKind kind, EditorPage page, Phrase label, More more = {}) {
    return {std::move(path),
            kind,
            page,
            std::move(label),
            std::move(more.hint),
            more.required,
            more.later,
            more.from,
            std::move(more.only),
            std::move(more.first),
            std::move(more.words)};
}

inline Phrase condition_hint() {
    return say("Answers are named by the keys of their questions: state_aid = yes, or sum(pay) > 100000.");
}

extern const std::vector<FormatRow> basics_rows;
extern const std::vector<FormatRow> money_rows;
extern const std::vector<FormatRow> form_rows;
extern const std::vector<FormatRow> page_rows;

}  // namespace vastin::call
