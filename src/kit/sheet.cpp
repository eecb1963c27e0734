#include "kit/sheet.h"

#include <xlsxwriter.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

#include "base/check.h"

namespace vastin::kit {

namespace {

/// A folder of this process alone, gone when this goes.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string made = (std::filesystem::temp_directory_path() / "vastin-sheet-XXXXXX").string();
        if (mkdtemp(made.data()) == nullptr) {
            throw std::runtime_error("no temporary folder for a sheet can be made");
        }
        path_ = made;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::string& path() const { return path_; }

  private:
    std::string path_;
};

/// What a spreadsheet takes in one cell, at the end of a letter.
std::string cut(const std::string& text) {
    constexpr std::size_t most = 32000;
    if (text.size() <= most) {
        return text;
    }
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return text.substr(0, end) + "…";
}

lxw_datetime time_of(Date date) { return {date.year(), date.month(), date.day(), 0, 0, 0}; }
lxw_datetime time_of(const LocalTime& time) {
    return {time.date.year(), time.date.month(), time.date.day(), time.hour, time.minute, double(time.second)};
}

struct Formats {
    lxw_format *heading, *money, *share, *day, *moment;
    explicit Formats(lxw_workbook* book)
        : heading(workbook_add_format(book)),
          money(workbook_add_format(book)),
          share(workbook_add_format(book)),
          day(workbook_add_format(book)),
          moment(workbook_add_format(book)) {
        format_set_bold(heading);
        format_set_num_format(money, "#,##0.00");
        format_set_num_format(share, "0.00%");
        format_set_num_format(day, "d.m.yyyy");
        format_set_num_format(moment, "d.m.yyyy hh:mm:ss");
    }
};

struct Writer {
    lxw_worksheet* sheet;
    const Formats& formats;
    lxw_row_t row;
    lxw_col_t column;
    void operator()(std::monostate) const {}
    void operator()(const std::string& text) const {
        worksheet_write_string(sheet, row, column, cut(text).c_str(), nullptr);
    }
    void operator()(std::int64_t number) const {
        worksheet_write_number(sheet, row, column, static_cast<double>(number), nullptr);
    }
    void operator()(Money sum) const {
        worksheet_write_number(sheet, row, column, static_cast<double>(sum.count()) / 100, formats.money);
    }
    void operator()(Share share) const {
        worksheet_write_number(sheet, row, column, static_cast<double>(share.basis_points) / 10000, formats.share);
    }
    void operator()(Date date) const {
        lxw_datetime time = time_of(date);
        worksheet_write_datetime(sheet, row, column, &time, formats.day);
    }
    void operator()(const LocalTime& at) const {
        lxw_datetime time = time_of(at);
        worksheet_write_datetime(sheet, row, column, &time, formats.moment);
    }
};

/// A sheet's name has at most 31 letters and none of []:*?/\.
std::string sheet_name(const std::string& name) {
    std::string made;
    std::size_t letters = 0;
    for (const char c : name) {
        const bool begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        if (begins && ++letters > 31) {
            break;
        }
        made += std::string("[]:*?/\\").find(c) == std::string::npos ? c : ' ';
    }
    return made;
}

}  // namespace

Sheet::Sheet(std::string name, std::vector<SheetColumn> columns)
    : name_(std::move(name)), columns_(std::move(columns)) {
    check(!columns_.empty(), "a sheet has columns");
}

void Sheet::add(std::vector<SheetCell> row) {
    check(row.size() == columns_.size(), "a row of a sheet has a cell for every column");
    rows_.push_back(std::move(row));
}

std::string Sheet::xlsx() const {
    const TemporaryFolder folder;
    const std::string file = folder.path() + "/sheet.xlsx";
    std::string temporary = folder.path();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = temporary.data();
    lxw_workbook* book = workbook_new_opt(file.c_str(), &options);
    check(book != nullptr, "a workbook can be begun");
    const Formats formats(book);
    lxw_worksheet* sheet = workbook_add_worksheet(book, sheet_name(name_).c_str());
    check(sheet != nullptr, "a sheet can be added");
    const auto last = static_cast<lxw_col_t>(columns_.size() - 1);
    for (lxw_col_t column = 0; column <= last; ++column) {
        worksheet_set_column(sheet, column, column, columns_[column].width, nullptr);
        worksheet_write_string(sheet, 0, column, cut(columns_[column].heading).c_str(), formats.heading);
    }
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        for (lxw_col_t column = 0; column <= last; ++column) {
            std::visit(Writer{sheet, formats, static_cast<lxw_row_t>(row + 1), column}, rows_[row][column]);
        }
    }
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(rows_.size()), last);
    if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR) {
        throw std::runtime_error(std::string("a sheet cannot be written: ") + lxw_strerror(error));
    }
    std::ifstream written(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(written), {}};
}

namespace {

std::string decimal(std::int64_t hundredths, char point) {
    const std::uint64_t size =
        hundredths < 0 ? 0 - static_cast<std::uint64_t>(hundredths) : static_cast<std::uint64_t>(hundredths);
    const std::string two = std::to_string(100 + size % 100).substr(1);
    return (hundredths < 0 ? "-" : "") + std::to_string(size / 100) + point + two;
}

/// A text so that no program takes it for a formula: also behind spaces and quotes that a program would skip.
std::string harmless(const std::string& text) {
    const auto first = text.find_first_not_of(" \"'\u00a0");
    const bool formula =
        first != std::string::npos && std::string("=+-@\t\r\n|%").find(text[first]) != std::string::npos;
    const bool wide =
        first != std::string::npos && (text.compare(first, 3, "＝") == 0 || text.compare(first, 3, "＋") == 0 ||
                                       text.compare(first, 3, "－") == 0 || text.compare(first, 3, "＠") == 0);
    return formula || wide ? "'" + text : text;
}

struct Speaker {
    char point;
    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(const std::string& text) const { return harmless(text); }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(Money sum) const { return decimal(sum.count(), point); }
    std::string operator()(Share share) const { return decimal(share.basis_points, point); }
    std::string operator()(Date date) const { return write_date(date); }
    std::string operator()(const LocalTime& time) const {
        std::string text = write_local_time(time);
        text[10] = ' ';
        return text;
    }
};

void put(std::string& csv, const std::string& text) {
    if (text.find_first_of(";\"\r\n") == std::string::npos) {
        csv += text;
        return;
    }
    csv += '"';
    for (const char c : text) {
        csv += c == '"' ? "\"\"" : std::string(1, c);
    }
    csv += '"';
}

}  // namespace

std::string Sheet::csv(Language language) const {
    std::string csv = "\xEF\xBB\xBF";
    const Speaker speaker{language == Language::en ? '.' : ','};
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        csv += column == 0 ? "" : ";";
        put(csv, harmless(columns_[column].heading));
    }
    csv += "\r\n";
    for (const auto& row : rows_) {
        for (std::size_t column = 0; column < row.size(); ++column) {
            csv += column == 0 ? "" : ";";
            put(csv, std::visit(speaker, row[column]));
        }
        csv += "\r\n";
    }
    return csv;
}

}  // namespace vastin::kit
