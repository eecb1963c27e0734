#pragma once
// Style, script, font and icon, read once at start and served from memory under names that hold their hash:
// /assets/vastin.<hash>.css.
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "kit/http.h"

namespace vastin::page {

class Assets {
  public:
    /// Reads `folder` (web/): theme, ds, tokens and vastin.css become one sheet whose font has its hashed name. Throws
    /// std::runtime_error naming a file that is missing.
    explicit Assets(const std::string& folder);
    /// The address of the style sheet, of the icon and of the script.
    const std::string& style() const { return style_; }
    const std::string& icon() const { return icon_; }
    const std::string& script() const { return script_; }
    /// The file at `path` ("/assets/..."), to be kept for ever by caches, or nothing.
    std::optional<kit::Response> answer(std::string_view path) const;

  private:
    struct File {
        std::string type;
        std::shared_ptr<const std::string> bytes;
    };
    std::string add(std::string_view name, std::string_view ending, std::string type, std::string bytes);

    std::map<std::string, File, std::less<>> files_;
    std::string style_, icon_, script_;
};

}  // namespace vastin::page
