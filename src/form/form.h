#pragma once
// A form as data: what is asked, what was typed, what it means, what is wrong. Answers are kept as typed, always;
// values are read from them anew each time.
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <tl/expected.hpp>

#include "base/money.h"
#include "base/result.h"
#include "base/time.h"
#include "form/condition.h"
#include "kit/http.h"

namespace vastin::form {

/// line: one line, such as a name; text: many lines; choice: one of `options`; several: any of them; theme_shares:
/// percents of the themes that sum to 100; money_by_year: a sum for each calendar year of the project; email to bic:
/// lines of a known shape (read_codes.h); number: a whole number; percent: from 0 to 100; period: two days; yes_no: one
/// of the two; file: the files of one of the call's places; rows: a table or a repeated group of simple fields. heading
/// and guidance ask nothing: they are read.
enum class FieldKind {
    line,
    text,
    day,
    money,
    choice,
    several,
    theme_shares,
    money_by_year,
    email,
    phone,
    web,
    postal_code,
    business_id,
    iban,
    bic,
    number,
    percent,
    period,
    yes_no,
    file,
    rows,
    heading,
    guidance
};
/// Whether a field of the kind asks anything at all.
constexpr bool asks(FieldKind kind) { return kind != FieldKind::heading && kind != FieldKind::guidance; }
/// Whether a field of the kind may be a column of rows: one input, one value.
bool may_be_column(FieldKind kind);

struct Option {
    std::string value;  // kept and posted: "single"; a goal's is its code, "1.1.2"
    Localised name;
    Localised group{};  // of several: options with the same one stand together under it; may be empty
};

/// What a number may be: figures that a person can still say.
inline constexpr std::int64_t largest_number = 999'999'999'999;

/// How rows stand on a page: side by side in a table, or one under another, for longer answers.
enum class Layout { table, group };

struct Field {
    std::string key;  // a-z, 0-9, "_": the name in the posted form. Of theme_shares the names are "<key>.<theme id>",
                      // of several "<key>.<value>" with "1", of money_by_year "<key>.<year>", of a period "<key>.first"
                      // and "<key>.last", of rows "<key>.<number from 1>.<key of the column>"
    FieldKind kind = FieldKind::line;
    Localised label;
    Localised hint;                    // may be empty
    std::optional<Localised> missing;  // "Write the name of the project."; without it a sentence is made of the label
    bool required = false;
    std::optional<std::size_t> letters_most;  // of line and text, in letters; never above kit/limits.h
    Money least;                              // of money
    Money most = largest_sum;                 // of money
    std::int64_t number_least = 0;            // of number
    std::int64_t number_most = largest_number;
    Localised unit{};               // of number, said after it: "hours"; may be empty
    std::string place{};            // of file: the key of the place whose files answer the field
    Layout layout = Layout::table;  // of rows
    std::vector<Field> columns{};   // of rows: fields of simple kinds, may_be_column()
    std::size_t rows_least = 0;     // of rows, once there is one; a required one has at least one
    std::size_t rows_most = 20;     // of rows; never above kit/limits.h
    Localised text{};               // of heading and guidance: what is read; an empty line parts paragraphs
    std::vector<Option> options;    // of choice and several
    std::string autocomplete;       // the browser's word for it: "organization"; "" none

    // conditions (asked.h); a default one says nothing
    Condition show{};                    // the question is asked only when it holds
    Condition require{};                 // it must be answered when it holds
    Condition valid{};                   // what must hold of the answer; else `invalid` is said
    std::optional<Localised> invalid{};  // without it a sentence is made of the condition
};

/// Whose answers a section holds: the lead's for the whole project, or each partner's own.
enum class Whose { common, part };

struct Section {
    std::string key;
    Localised title;
    Whose whose = Whose::common;
    std::vector<Field> fields;
    Condition show{};  // its questions are asked only when it holds
};

struct Form {
    std::vector<Section> sections;
    /// The questions that are asked on a condition, each after those on which it depends: arrange() puts them here.
    struct Asked {
        std::size_t section = 0, field = 0;
    };
    std::vector<Asked> on_condition{};
};

/// A theme of the agreement, as theme_shares ask for it.
struct Theme {
    std::string id;  // "battery"
    Localised name;
};

/// A place for files, as a field of kind file is answered by it.
struct Place {
    std::string key;
    std::int64_t files = 0;  // that are in it
};

/// What a form needs to know from outside to be read.
struct Around {
    std::span<const Theme> themes;
    std::span<const int> years;  // the calendar years of the project; empty while its days are not known
    std::span<const Place> places{};
};

/// What was typed, by key, untouched. A missing key is an empty answer.
using Answers = std::map<std::string, std::string>;

struct Choice {
    std::string value;
    friend bool operator==(const Choice&, const Choice&) = default;
};
struct ThemeShare {
    std::string theme;  // id
    Share share{};
    friend bool operator==(const ThemeShare&, const ThemeShare&) = default;
};
using ThemeShares = std::vector<ThemeShare>;  // those above 0 %, in the order of the themes
/// Those that were chosen, in the order of the options.
struct Chosen {
    std::vector<std::string> values;
    friend bool operator==(const Chosen&, const Chosen&) = default;
};
struct YearSum {
    int year = 0;
    Money sum;
    friend bool operator==(const YearSum&, const YearSum&) = default;
};
using YearSums = std::vector<YearSum>;  // by year; one with every year that has a sum
Money total(const YearSums& sums);
/// What a cell of rows can hold: Choice is yes_no's too, as "yes" or "no".
using SimpleValue = std::variant<std::string, Date, Money, Choice, std::int64_t, Share>;
struct Row {
    std::size_t number = 0;                    // from 1, as it stands in the names
    std::map<std::string, SimpleValue> cells;  // by key of the column; those that are empty are not in it
    friend bool operator==(const Row&, const Row&) = default;
};
using Rows = std::vector<Row>;  // by number, without empty ones
/// std::string is a line, a text or a line of a known shape; std::int64_t a number, of a file field how many there are.
using Value =
    std::variant<std::string, Date, Money, Choice, ThemeShares, Chosen, YearSums, std::int64_t, Share, Period, Rows>;
/// Whether a column is summed below the rows: money and numbers.
inline bool summed(const Field& column) { return column.kind == FieldKind::money || column.kind == FieldKind::number; }
/// The sum of a column: of a money column money, of a number column a number.
using ColumnSum = std::variant<Money, std::int64_t>;
/// What the cells of `column` sum to; nothing where it is neither money nor number. Empty cells count as nothing.
std::optional<ColumnSum> sum(const Rows& rows, const Field& column);

/// One thing to tell about a field.
struct Finding {
    Reason reason;         // the sentence names the field by its label; `field` is the key
    bool missing = false;  // a required field is empty: a draft may be so; else something typed cannot be read
};

/// A form read: values that could be read, by key of the field, and findings in the order of the form.
struct Checked {
    std::map<std::string, Value> values;
    std::vector<Finding> findings;
    std::set<std::string> hidden{};       // keys of the questions that are not asked (asked.h)
    std::vector<Reason> faults() const;   // what is typed wrongly
    std::vector<Reason> missing() const;  // what is required and empty
    std::vector<Reason> all() const;      // both, in the order of the form: empty when the answers are complete
    /// The value of the field `key` when it could be read and is of this kind, else null.
    template <class T>
    const T* value(const std::string& key) const {
        const auto found = values.find(key);
        return found == values.end() ? nullptr : std::get_if<T>(&found->second);
    }
};

/// What the sections of `whose` ask, read from `answers`. Optional empty fields give neither value nor finding.
Checked check(const Form& form, Whose whose, const Answers& answers, const Around& around);

/// Of a posted form the fields that the sections of `whose` know, as typed; everything else is left. A field that was
/// not posted is not in it, so that a page may post one section: merge() puts it over what was saved. A box that is not
/// ticked is not posted by a browser: where the field's own key stands in the post, every option has an answer.
Answers take(const Form& form, Whose whose, const kit::Fields& posted, std::span<const Theme> themes);
/// The same for one section: a post of a section's page has nothing to say about others.
Answers take(const Section& section, const kit::Fields& posted, std::span<const Theme> themes);
/// `newer` over `saved`.
Answers merge(Answers saved, const Answers& newer);

/// Whether a name in a post or a reason belongs to `key`: it is the key itself, or "<key>.<something>".
bool belongs(std::string_view name, std::string_view key);
/// The years for which `answers` hold a sum of the field `key`, and `years`: those whose inputs are shown.
std::vector<int> years_shown(const Answers& answers, std::string_view key, std::span<const int> years);
/// Whether `name` is one of a cell of `rows`, within kit/limits.h.
bool takes_cell(const Field& rows, std::string_view name);
/// The name of a cell: "staff.2.name".
std::string row_name(const Field& rows, std::size_t number, const Field& column);
/// The numbers of the rows of `key` that stand in `answers`, empty ones too, in order.
std::vector<std::size_t> rows_shown(const Answers& answers, std::string_view key);
/// `answers` with one more, empty row of `field` at the end; as they are when it has rows_most of them.
Answers with_row(Answers answers, const Field& field);
/// `answers` without row `number` of `field`: those after it move up.
Answers without_row(Answers answers, const Field& field, std::size_t number);
/// `answers` after the buttons of a section's page: add_row = "staff" gives one more row, remove_row = "staff.2" takes
/// that one away. As they are when neither was pressed.
Answers with_buttons(Answers answers, const Section& section, const kit::Fields& posted);
/// The calendar years from `first` to `last`, both included; empty when last is before first or more than 20 years on.
std::vector<int> years_of(Date first, Date last);

/// The field `key`, or null. `<key>.<theme id>` is not a field.
const Field* find_field(const Form& form, std::string_view key);
/// The column `key` of rows, or null.
const Field* find_column(const Field& rows, std::string_view key);
/// That the field is required and empty: its own words, or a sentence made of its label.
Reason missing(const Field& field);
/// The most letters of a line or text: what the field says, within kit/limits.h.
std::size_t letters_most(const Field& field);

/// Why a form cannot be used: a key given twice or with other letters, a choice without options, a label missing,
/// limits that exclude everything. Empty: sound. A call with any of these is not loaded.
std::vector<Phrase> unsound(const Form& form);

// Checks across fields, for the areas that know which fields belong together.

/// When the last day is before the first.
std::optional<Reason> end_before_start(Date first, Date last, std::string field);
/// When first to last, both included, is longer than `most`: names the latest possible last day.
std::optional<Reason> too_long(Date first, Date last, Months most, std::string field);

}  // namespace vastin::form
