#pragma once
// What the tests of templates share: templates written in the test itself.
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>

#include "base/check.h"
#include "cast.h"
#include "kit/html.h"

namespace vastin::kit::html_test {

using Files = std::map<std::string, std::string>;

inline const Words& words() {
    static const Words all(cast::build() + "/texts", Zone("Europe/Helsinki"));
    return all;
}

inline std::string written(const Files& files) {
    const std::string folder = cast::fresh_folder();
    for (const auto& [name, text] : files) {
        const std::filesystem::path path = folder + "/" + name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
    }
    return folder;
}

/// Templates of files named and written in the test.
struct Set {
    explicit Set(const Files& files, bool strict = true) : templates(written(files), words(), strict) {}
    View view(std::string_view file = "a.tpl", Language language = Language::en) const {
        return View(templates, file, language);
    }
    Templates templates;
};

/// What is said of a file that may not be loaded; "" when it is loaded.
inline std::string refused(const std::string& text, bool strict = false) {
    try {
        const Set set(Files{{"page/pages/a.tpl", text}}, strict);
    } catch (const std::runtime_error& why) {
        return why.what();
    }
    return "";
}

/// What `file` with one {{V}} becomes.
inline std::string with(const std::string& file, std::string_view value) {
    const Set set(Files{{"a.tpl", file}});
    View view = set.view();
    view.set("V", value);
    return view.html();
}

inline std::string bug(const std::function<void()>& deed) {
    try {
        deed();
    } catch (const Bug& why) {
        return why.what();
    }
    return "";
}

inline bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace vastin::kit::html_test
