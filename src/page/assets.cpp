#include "page/assets.h"

#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "base/check.h"
#include "kit/hash.h"

namespace vastin::page {

namespace {

std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw std::runtime_error("cannot read " + path);
    }
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A sheet that is joined to others may not name its character set: only the first rule of a file may.
std::string without_charset(std::string sheet) {
    static constexpr std::string_view rule = "@charset \"UTF-8\";";
    return sheet.starts_with(rule) ? sheet.substr(rule.size()) : sheet;
}

void replace(std::string& text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    check(at != std::string::npos, "the style names its font");
    text.replace(at, from.size(), to);
}

}  // namespace

Assets::Assets(const std::string& folder) {
    const std::string font = add("inter", ".woff2", "font/woff2", read(folder + "/assets/inter-latin.woff2"));
    icon_ = add("mark", ".svg", "image/svg+xml", read(folder + "/assets/mark.svg"));
    script_ = add(
        "vastin", ".js", "text/javascript; charset=utf-8", read(folder + "/vastin.js") + read(folder + "/editor.js"));
    std::string sheet = "@charset \"UTF-8\";";
    for (const char* part : {"/assets/theme.css", "/assets/ds.css", "/tokens.css", "/vastin.css"}) {
        sheet += without_charset(read(folder + part));
    }
    replace(sheet, "assets/inter-latin.woff2", font);
    style_ = add("vastin", ".css", "text/css; charset=utf-8", std::move(sheet));
}

std::string Assets::add(std::string_view name, std::string_view ending, std::string type, std::string bytes) {
    std::string path = "/assets/" + std::string(name) + "." + kit::sha256(bytes).substr(0, 12) + std::string(ending);
    files_[path] = {std::move(type), std::make_shared<const std::string>(std::move(bytes))};
    return path;
}

std::optional<kit::Response> Assets::answer(std::string_view path) const {
    const auto found = files_.find(path);
    if (found == files_.end()) {
        return std::nullopt;
    }
    kit::Response response;
    response.type = found->second.type;
    response.shared = found->second.bytes;
    response.header("Cache-Control", "public, max-age=31536000, immutable");
    return response;
}

}  // namespace vastin::page
