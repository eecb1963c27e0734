#pragma once
// Tables for spreadsheet programs (libxlsxwriter), and the same as CSV. What people typed stays text in both: no cell
// of theirs is ever a formula.
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/money.h"
#include "base/phrase.h"
#include "base/time.h"

namespace vastin::kit {

/// One cell: nothing, a text, a number, a sum in euros, a share, a day, or a local time.
using SheetCell = std::variant<std::monostate, std::string, std::int64_t, Money, Share, Date, LocalTime>;

struct SheetColumn {
    std::string heading;
    int width = 14;  // in letters
};

/// A table in memory; every row has a cell for every column, else a Bug.
class Sheet {
  public:
    Sheet(std::string name, std::vector<SheetColumn> columns);
    void add(std::vector<SheetCell> row);
    std::size_t rows() const { return rows_.size(); }

    /// An .xlsx file: bold headings that stay in view, a filter on each column, sums and days as numbers and dates.
    /// Throws std::runtime_error when the machine has no room for the temporary file.
    std::string xlsx() const;
    /// UTF-8 with a byte order mark, ";" between cells, decimals with a comma in Finnish and Swedish, days and times as
    /// 2025-06-02 16:15:00. A text that a program could take for a formula begins with an apostrophe.
    std::string csv(Language language) const;

  private:
    std::string name_;
    std::vector<SheetColumn> columns_;
    std::vector<std::vector<SheetCell>> rows_;
};

}  // namespace vastin::kit
