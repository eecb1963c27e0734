#include "kit/html.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory_resource>
#include <new>
#include <stdexcept>
#include <unordered_map>

#include <ctemplate/template.h>
#include <ctemplate/template_dictionary_interface.h>

#include "base/check.h"
#include "kit/html_template.h"

namespace vastin::kit {

namespace {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

// Lines with nothing but a marker leave no empty line behind; all else stays as it was written.
constexpr auto strip = ctemplate::STRIP_BLANK_LINES;

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw std::runtime_error(path.string() + ": cannot be read");
    }
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Each value of a template and how ctemplate escapes it, as its dump tells: "NAME:p".
std::vector<std::string> seen_by_ctemplate(const std::string& text) {
    const std::unique_ptr<ctemplate::Template> parsed(ctemplate::Template::StringToTemplate(text, strip));
    std::string dump;
    parsed->DumpToString("", &dump);
    constexpr std::string_view head = "Variable Node: ";
    std::vector<std::string> escapes;
    for (std::size_t at = 0; (at = dump.find(head, at)) != std::string::npos;) {
        at += head.size();
        escapes.push_back(dump.substr(at, dump.find('\n', at) - at));
    }
    return escapes;
}

}  // namespace

struct Templates::Inside {
    Inside(const Words& all_words, bool is_strict) : words(all_words), strict(is_strict) {}

    const TemplateFile& file(std::string_view path) const {
        const auto found = files.find(path);
        if (found == files.end()) {
            throw Bug("there is no template " + std::string(path));
        }
        return found->second;
    }
    void read(const std::filesystem::path& folder);
    void require_words(const TemplateFile& file);
    void put(const TemplateFile& file, Language language);

    const Words& words;
    const bool strict;
    std::unordered_map<std::string, TemplateFile, TextHash, std::equal_to<>> files;
    std::array<ctemplate::TemplateCache, languages.size()> caches;
    std::vector<std::string> faults;
};

void Templates::Inside::read(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && entry.path().extension() == ".tpl") {
            paths.push_back(entry.path());
        }
    }
    std::sort(paths.begin(), paths.end());  // faults are told in the same order everywhere
    for (const auto& path : paths) {
        const std::string name = path.lexically_relative(folder).generic_string();
        files.emplace(name, TemplateFile(name, read_file(path), faults));
        require_words(files.at(name));
    }
}

void Templates::Inside::require_words(const TemplateFile& file) {
    for (const TemplateWord& word : file.words()) {
        for (const Language language : languages) {
            if (strict && words.translated(language, word.message).empty()) {
                faults.push_back(file.path() + ":" + std::to_string(word.line) + ": no " + std::string(code(language)) +
                                 " for \"" + word.message + "\"");
            }
        }
    }
}

void Templates::Inside::put(const TemplateFile& file, Language language) {
    const std::string text = file.in([&](const std::string& message) {
        const std::string found = words.translated(language, message);
        return found.empty() ? message : found;
    });
    auto& cache = caches[static_cast<std::size_t>(language)];
    if (!cache.StringToTemplateCache(file.path(), text, strip)) {
        throw std::runtime_error(file.path() + ": ctemplate does not take it");
    }
    // What one reader of HTML may get wrong, two will hardly get wrong in the same way.
    if (const auto escapes = seen_by_ctemplate(text); escapes != file.escapes()) {
        const auto [ours, theirs] =
            std::mismatch(file.escapes().begin(), file.escapes().end(), escapes.begin(), escapes.end());
        throw std::runtime_error(file.path() + ": its HTML is not clear: ctemplate escapes " +
                                 (theirs == escapes.end() ? "nothing" : *theirs) + " where we expect " +
                                 (ours == file.escapes().end() ? "nothing" : *ours));
    }
}

Templates::Templates(const std::string& folder, const Words& words, bool strict)
    : inside_(std::make_unique<Inside>(words, strict)) {
    inside_->read(folder);
    if (!inside_->faults.empty()) {
        std::string all;
        for (const std::string& fault : inside_->faults) {
            all += (all.empty() ? "" : "\n") + fault;
        }
        throw std::runtime_error(all);
    }
    for (const Language language : languages) {
        for (const auto& named : inside_->files) {
            inside_->put(named.second, language);
        }
        inside_->caches[static_cast<std::size_t>(language)].Freeze();
    }
}

Templates::~Templates() = default;

namespace {

/// The values of one file, section or row, as ctemplate asks for them. Lives in the arena of its page and is never
/// destroyed alone: all it holds is in the arena too. Made instead of ctemplate's own dictionary, which copies names,
/// takes a global lock for each value, and gives out nothing for what was never set.
struct Values final : ctemplate::TemplateDictionaryInterface {
    /// Rows of a section or files of an include, in the order of their making.
    struct Chain {
        const Values* first = nullptr;
        Values* last = nullptr;
        bool shown = false;
        void add(Values* one) {
            if (last == nullptr) {
                first = one;
            } else {
                last->next = one;
            }
            last = one;
        }
    };
    struct Walk final : Iterator {
        explicit Walk(const Values* first) : at(first) {}
        bool HasNext() const override { return at != nullptr; }
        const TemplateDictionaryInterface& Next() override {
            const Values& now = *at;
            at = at->next;
            return now;
        }
        const Values* at;
    };

    Values(const TemplateScope& of, const Values* outside, std::pmr::memory_resource& arena, std::string* first_fault)
        : scope(of), outer(outside), fault(first_fault) {
        values = room<std::string_view>(arena, scope.variables.size());
        sections = room<Chain>(arena, scope.sections.size());
        includes = room<Chain>(arena, scope.includes.size());
    }
    template <class T>
    static T* room(std::pmr::memory_resource& arena, std::size_t count) {
        auto* at = static_cast<T*>(arena.allocate(count * sizeof(T), alignof(T)));
        std::uninitialized_value_construct_n(at, count);
        return at;
    }
    static std::string_view view(const ctemplate::TemplateString& text) { return {text.data(), text.size()}; }

    ctemplate::TemplateString GetValue(const ctemplate::TemplateString& name) const override {
        for (const Values* at = this; at != nullptr; at = at->outer) {
            const int place = at->scope.variables.find(view(name));
            if (place >= 0 && at->values[place].data() != nullptr) {
                return {at->values[place].data(), at->values[place].size()};
            }
        }
        if (fault->empty()) {
            *fault = scope.path + ": {{" + std::string(view(name)) + "}} is shown and was never set";
        }
        return {"", 0};
    }
    /// The nearest rows or showing of a section, or null.
    const Chain* section(const ctemplate::TemplateString& name) const {
        for (const Values* at = this; at != nullptr; at = at->outer) {
            const int place = at->scope.sections.find(view(name));
            if (place >= 0 && (at->sections[place].shown || at->sections[place].first != nullptr)) {
                return &at->sections[place];
            }
        }
        return nullptr;
    }
    bool IsHiddenSection(const ctemplate::TemplateString& name) const override { return section(name) == nullptr; }
    bool IsUnhiddenSection(const ctemplate::TemplateString& name) const override { return section(name) != nullptr; }
    Iterator* CreateSectionIterator(const ctemplate::TemplateString& name) const override {
        const Chain* found = section(name);
        return new Walk(found == nullptr ? nullptr : found->first);  // without rows: once, with the values of this
    }
    /// The nearest files put into an include, or null.
    const Values* files(const ctemplate::TemplateString& name) const {
        for (const Values* at = this; at != nullptr; at = at->outer) {
            const int place = at->scope.includes.find(view(name));
            if (place >= 0 && at->includes[place].first != nullptr) {
                return at->includes[place].first;
            }
        }
        return nullptr;
    }
    bool IsHiddenTemplate(const ctemplate::TemplateString& name) const override { return files(name) == nullptr; }
    Iterator* CreateTemplateIterator(const ctemplate::TemplateString& name) const override {
        return new Walk(files(name));
    }
    const char* GetIncludeTemplateName(const ctemplate::TemplateString& name, int number) const override {
        const Values* at = files(name);
        for (int i = 0; i < number && at != nullptr; ++i) {
            at = at->next;
        }
        return at == nullptr ? nullptr : at->scope.path.c_str();
    }
    void DumpToString(std::string* out, int) const override { *out += scope.path; }

    const TemplateScope& scope;
    const Values* outer;
    std::string* fault;  // of the page: the first value that was asked for and not there
    Values* next = nullptr;
    std::string_view* values;  // beside scope.variables; without data: not set
    Chain* sections;
    Chain* includes;
};

/// A page being filled: its values, and the arena they live in.
struct Sheet {
    Sheet(const Words& its_words, Language its_language) : words(its_words), language(its_language) {}
    Values* make(const TemplateScope& scope, const Values* outer) {
        return new (arena.allocate(sizeof(Values), alignof(Values))) Values(scope, outer, arena, &fault);
    }
    std::string_view keep(std::string_view text) {
        if (text.empty()) {
            return "";
        }
        auto* at = static_cast<char*>(arena.allocate(text.size(), 1));
        std::memcpy(at, text.data(), text.size());
        return {at, text.size()};
    }
    const Words& words;
    Language language;
    std::string fault;
    std::pmr::monotonic_buffer_resource arena{32 * 1024};
};

}  // namespace

struct View::Inside {
    const Templates::Inside& templates;
    Sheet& sheet;
    Values& values;
    std::unique_ptr<Sheet> own;  // of the view made from a file

    [[noreturn]] void unknown(const char* kind, std::string_view name) const {
        throw Bug(values.scope.path + ": has no " + kind + " " + std::string(name));
    }
    /// Keeps a text that lives only now.
    void set(std::string_view name, std::string_view value) const {
        const int place = values.scope.variables.find(name);
        if (place < 0) {
            unknown("variable", name);
        }
        values.values[place] = sheet.keep(value);
    }
    std::size_t section(std::string_view name) const {
        const int place = values.scope.sections.find(name);
        if (place < 0) {
            unknown("section", name);
        }
        return static_cast<std::size_t>(place);
    }
};

View::View(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
View::~View() = default;
View::View(View&&) noexcept = default;
View& View::operator=(View&&) noexcept = default;

View::View(const Templates& templates, std::string_view file, Language language) {
    const TemplateFile& found = templates.inside_->file(file);
    auto sheet = std::make_unique<Sheet>(templates.inside_->words, language);
    Values* values = sheet->make(found.scope(), nullptr);
    Sheet& reference = *sheet;
    inside_.reset(new Inside{*templates.inside_, reference, *values, std::move(sheet)});
}

Language View::language() const { return inside_->sheet.language; }
const Words& View::words() const { return inside_->sheet.words; }

void View::set(std::string_view name, std::string_view value) { inside_->set(name, value); }
void View::set(std::string_view name, std::int64_t value) { inside_->set(name, words().number(language(), value)); }
void View::set(std::string_view name, const Phrase& phrase) { inside_->set(name, words().text(language(), phrase)); }
void View::set(std::string_view name, const Localised& text) { inside_->set(name, text.in(language())); }
void View::set(std::string_view name, Money money) { inside_->set(name, words().money(language(), money)); }

void View::show(std::string_view section) { inside_->values.sections[inside_->section(section)].shown = true; }

View View::row(std::string_view section) {
    const std::size_t place = inside_->section(section);
    Values& outer = inside_->values;
    Values* one = inside_->sheet.make(*outer.scope.section_scopes[place], &outer);
    outer.sections[place].add(one);
    return View(std::unique_ptr<Inside>(new Inside{inside_->templates, inside_->sheet, *one, nullptr}));
}

View View::part(std::string_view name, std::string_view file) {
    const int place = inside_->values.scope.includes.find(name);
    if (place < 0) {
        inside_->unknown("include", name);
    }
    Values* one = inside_->sheet.make(inside_->templates.file(file).scope(), nullptr);
    inside_->values.includes[place].add(one);
    return View(std::unique_ptr<Inside>(new Inside{inside_->templates, inside_->sheet, *one, nullptr}));
}

std::string View::html() const {
    check(inside_->own != nullptr, "only the view made from a file is a whole page");
    const auto& cache = inside_->templates.caches[static_cast<std::size_t>(language())];
    const std::string& path = inside_->values.scope.path;
    // pages of a kind are of a size: the room of the last one is a good guess
    thread_local std::size_t last_size = 0;
    std::string html;
    html.reserve(std::min<std::size_t>(last_size + last_size / 8, 256 * 1024));
    ctemplate::StringEmitter emitter(&html);
    std::string& fault = inside_->sheet.fault;
    fault.clear();
    ctemplate::PerExpandData data;
    if (!cache.ExpandNoLoad(path, strip, &inside_->values, &data, &emitter)) {
        throw Bug(path + ": only a part of the page could be made");
    }
    if (inside_->templates.strict && !fault.empty()) {
        throw Bug(fault);
    }
    last_size = html.size();
    return html;
}

}  // namespace vastin::kit
