#pragma once
// Data files of a programme (toml++). Reading collects every fault with file and line instead of stopping at the first.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.h"
#include "base/phrase.h"
#include "base/time.h"

namespace vastin::kit {

/// One mistake in a data file: where, what stands there, what was expected.
struct Fault {
    std::string file;
    int line = 0, column = 1;  // from 1; columns count letters. Line 0: the file as a whole
    std::string key;           // "call.closes"
    std::string message;       // "expected a local time such as 2025-06-02T16:15:00, found \"June\""
    Phrase said{};             // the message, to be put into a language; empty where only writers of files meet it
    /// FILE:LINE:COLUMN: KEY: MESSAGE
    std::string text() const;
};

/// A position in a data file, from 1.
struct Place {
    int line = 1, column = 1;
    friend auto operator<=>(const Place&, const Place&) = default;
};

/// Collects faults over many files.
struct Faults {
    std::vector<Fault> all;
    bool none() const { return all.empty(); }
    std::string text() const;  // one line each: calls/2025.toml:12:10: call.closes: expected ...
};

/// A table, array or value of a file. Each getter notes a fault and gives a default when the key is missing or of
/// another kind; keys that were never asked for are faults too (finish()), so a misspelt key is told. Copies are cheap
/// and share the file.
class Toml {
  public:
    /// Reads the text of `file`; a syntax error is a fault and gives an empty table.
    static Toml read(const std::string& file, std::string_view text, Faults& faults);

    std::string text(std::string_view key) const;
    std::optional<std::string> text_if(std::string_view key) const;
    std::int64_t number(std::string_view key, std::int64_t least, std::int64_t most) const;
    bool truth(std::string_view key, bool unless_given) const;
    Money euros(std::string_view key) const;  // 560000 or "560000.50": euros in the file, cents inside
    std::optional<Money> euros_if(std::string_view key) const;
    Share percent(std::string_view key) const;  // 60 or 7.5
    std::optional<Share> percent_if(std::string_view key) const;
    Date day(std::string_view key) const;  // 2025-11-01
    std::optional<Date> day_if(std::string_view key) const;
    LocalTime time(std::string_view key) const;                // 2025-06-02T16:15:00
    std::vector<LocalTime> times(std::string_view key) const;  // a list of them; missing: none
    Localised words(std::string_view key) const;  // a table { fi, sv, en }, all three present and not empty
    std::optional<Localised> words_if(std::string_view key) const;
    std::vector<std::string> texts(std::string_view key) const;
    Toml table(std::string_view key) const;
    std::optional<Toml> table_if(std::string_view key) const;
    std::vector<Toml> tables(std::string_view key) const;  // an array of tables; missing: none
    /// Is there a value at `key`, which may go down: "window.opens", "pots[1].sum" (lists are counted from 1, here and
    /// in faults)? Does not count as asking.
    bool has(std::string_view key) const;
    /// Where the value at such a path begins; nothing where there is none.
    std::optional<Place> place_of(std::string_view path) const;
    /// The keys of this table, in the order of their letters: for tables whose keys are codes. Does not count as
    /// asking.
    std::vector<std::string> keys() const;
    /// The one text (canonical JSON) of all values of this table: comments, order and spacing leave no trace in it.
    std::string canonical() const;

    /// A fault at this key (or at the table itself when `key` is empty).
    void fault(std::string_view key, const Phrase& said) const;
    void fault(std::string_view key, std::string message) const;
    /// A fault inside the text at `key`, `offset` bytes into its value: for small languages that stand in a text.
    void fault_in(std::string_view key, std::size_t offset, const Phrase& said) const;
    /// Where the value at `key` begins; where it is missing, where this table begins.
    Place place(std::string_view key) const;
    /// Notes a fault for every key of this table and those below that nobody asked for.
    void finish() const;
    /// How many faults were noted in all files so far: to tell whether reading something went well.
    std::size_t faults() const;
    int line() const;
    const std::string& file() const;

  private:
    struct Inside;
    std::shared_ptr<Inside> inside_;
};

}  // namespace vastin::kit
