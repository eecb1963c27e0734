#pragma once
// One template file, read and understood once at load: its text in each language, and which names its scopes have.
// Of kit/html only.
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vastin::kit {

/// A sorted list of names, each with its place.
class Names {
  public:
    void add(const std::string& name);
    /// The place of `name`, or -1.
    int find(std::string_view name) const;
    std::size_t size() const { return names_.size(); }
    const std::string& operator[](std::size_t place) const { return names_[place]; }

  private:
    std::vector<std::string> names_;
};

/// What a view of a file or of a row may be given: all names that stand in the file or the section, at any depth (a
/// value set outside is seen inside a section). Where a section stands twice, its row has the names of both.
struct TemplateScope {
    std::string path;  // "page/pages/layout.tpl" or "page/pages/layout.tpl#MENU", for messages
    Names variables, sections, includes;
    std::vector<const TemplateScope*> section_scopes;  // beside `sections`
};

/// A {{#_}}word{{/_}} and where it stands.
struct TemplateWord {
    std::string message;  // spaces and line breaks are one space, none at the ends
    int line = 0;
};

class TemplateFile {
  public:
    /// `path` below the folder of templates. What is wrong goes into `faults`, one line each with path and line.
    TemplateFile(std::string path, std::string_view text, std::vector<std::string>& faults);
    ~TemplateFile();
    TemplateFile(TemplateFile&&) noexcept;

    const std::string& path() const { return path_; }
    const std::vector<TemplateWord>& words() const { return words_; }
    /// How ctemplate must escape each value, in the order of the file: "NAME:p" (see HtmlPlace::escape).
    const std::vector<std::string>& escapes() const { return escapes_; }
    /// The scope of the whole file.
    const TemplateScope& scope() const { return *scope_; }
    /// The file for ctemplate, with each word put through `translate` and escaped.
    std::string in(const std::function<std::string(const std::string& message)>& translate) const;

  private:
    struct Node;
    struct Reader;
    using Nodes = std::vector<const Node*>;
    const TemplateScope* make_scope(const Nodes& nodes, const std::string& path);

    std::string path_;
    std::vector<std::string> pieces_;  // text and markers; pieces_[words_at_[i]] stands for words_[i]
    std::vector<std::size_t> words_at_;
    std::vector<TemplateWord> words_;
    std::vector<std::string> escapes_;
    std::unique_ptr<Node> root_;
    std::map<Nodes, std::unique_ptr<TemplateScope>> scopes_;
    const TemplateScope* scope_ = nullptr;
};

/// A word as HTML: a plain text that may hold character references (&ndash;); every other letter of HTML or of the
/// template language is escaped, so that a translation cannot bring a tag, end an attribute or open a marker.
std::string word_as_html(std::string_view word);

}  // namespace vastin::kit
