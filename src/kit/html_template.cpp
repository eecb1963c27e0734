#include "kit/html_template.h"

#include <algorithm>

#include "kit/html_place.h"

namespace vastin::kit {

namespace {

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool name_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// How long the character reference is that `text` begins with, or 0.
std::size_t reference(std::string_view text) {
    const std::size_t end = text.find(';');
    if (end == std::string_view::npos || end < 2 || end > 10 || text[0] != '&') {
        return 0;
    }
    const bool number = text[1] == '#';
    const std::string_view name = text.substr(number ? 2 : 1, end - (number ? 2 : 1));
    const bool fits =
        !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return name_letter(c) && c != '_'; });
    return fits ? end + 1 : 0;
}

/// Spaces and line breaks as one space, none at the ends: what the catalogues are asked for.
std::string plain_message(std::string_view text) {
    std::string message;
    for (const char c : text) {
        if (!blank(c)) {
            message += c;
        } else if (!message.empty() && message.back() != ' ') {
            message += ' ';
        }
    }
    if (!message.empty() && message.back() == ' ') {
        message.pop_back();
    }
    return message;
}

/// ctemplate indents every line of an indented include, and with them what a person wrote into a text field.
void take_indentation(std::string& before, bool begins_section) {
    const std::size_t last = before.find_last_not_of(" \t");
    if (last != std::string::npos && before[last] == '\n') {
        before.resize(last + 1);
    } else if (last == std::string::npos && begins_section && !before.empty()) {
        before = "\n";
    }
}

}  // namespace

std::string word_as_html(std::string_view word) {
    std::string html;
    for (std::size_t at = 0; at < word.size(); ++at) {
        const char c = word[at];
        if (c == '&') {
            html += reference(word.substr(at)) > 0 ? "&" : "&amp;";
        } else if (c == '<' || c == '>' || c == '"' || c == '\'' || c == '{' || c == '}') {
            html += "&#" + std::to_string(static_cast<int>(c)) + ";";
        } else {
            html += c;
        }
    }
    return html;
}

void Names::add(const std::string& name) {
    const auto at = std::lower_bound(names_.begin(), names_.end(), name);
    if (at == names_.end() || *at != name) {
        names_.insert(at, name);
    }
}

int Names::find(std::string_view name) const {
    const auto at = std::lower_bound(names_.begin(), names_.end(), name);
    return at != names_.end() && *at == name ? static_cast<int>(at - names_.begin()) : -1;
}

struct TemplateFile::Node {
    enum class Kind { variable, section, include };
    Kind kind = Kind::section;
    std::string name;
    std::vector<Node> children;
};

/// Reads a file from front to back; the state of it.
struct TemplateFile::Reader {
    struct Open {
        Node node;
        HtmlPlace place;
        std::size_t at = 0;
    };
    TemplateFile& file;
    std::string_view text;
    std::vector<std::string>& faults;
    HtmlPlace place;
    std::vector<Open> open;
    std::string literal;           // text not yet in pieces_
    bool begins_section = true;    // nothing but text since {{#NAME}} or the beginning
    bool still_understood = true;  // false: the HTML could not be followed, places are no longer told

    int line(std::size_t at) const {
        return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    }
    void fault(std::size_t at, const std::string& what) {
        faults.push_back(file.path_ + ":" + std::to_string(line(at)) + ": " + what);
    }
    void fault_place(std::size_t at, const std::string& marker, const std::string& wrong) {
        if (!wrong.empty() && still_understood) {
            fault(at, (marker.empty() ? "" : "{{" + marker + "}}: ") + wrong);
        }
    }
    void piece(std::string what) {
        file.pieces_.push_back(std::move(literal));
        literal.clear();
        file.pieces_.push_back(std::move(what));
    }

    void read();
    void html(std::size_t from, std::size_t to);
    std::size_t word(std::size_t at, std::size_t end);
    void marker(std::size_t at, std::string_view inside);
    void begin(std::size_t at, const std::string& name);
    void finish(std::size_t at, const std::string& name);
};

void TemplateFile::Reader::html(std::size_t from, std::size_t to) {
    literal += text.substr(from, to - from);
    const std::string wrong = place.read(text.substr(from, to - from));
    if (!wrong.empty()) {
        fault_place(to, "", wrong);
        still_understood = false;
    }
}

void TemplateFile::Reader::read() {
    open.emplace_back();
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t start = text.find("{{", at);
        html(at, std::min(start, text.size()));
        if (start == std::string_view::npos) {
            break;
        }
        const std::size_t end = text.find("}}", start);
        if (end == std::string_view::npos || text.substr(start, 3) == "{{{") {
            fault(start, "a marker is {{NAME}}, closed on its own");
            break;
        }
        const std::string_view inside = text.substr(start + 2, end - start - 2);
        at = end + 2;
        if (inside == "#_") {
            at = word(start, at);
        } else {
            marker(start, inside);
        }
    }
    while (open.size() > 1) {
        fault(open.back().at, "{{#" + open.back().node.name + "}} is never closed");
        finish(text.size(), open.back().node.name);
    }
    fault_place(text.size(), "", place.end());
    piece("");
    file.root_ = std::make_unique<Node>(std::move(open.front().node));
}

/// {{#_}}Save{{/_}}: gives where it ends.
std::size_t TemplateFile::Reader::word(std::size_t at, std::size_t from) {
    constexpr std::string_view closing = "{{/_}}";
    const std::size_t end = text.find(closing, from);
    const std::string_view between = text.substr(from, std::min(end, text.size()) - from);
    const std::string message = plain_message(between);
    if (end == std::string_view::npos || between.find("{{") != std::string_view::npos) {
        fault(at, "{{#_}} holds a word and ends with {{/_}}; a sentence with values is a phrase, said in C++");
        return std::min(end, text.size());
    }
    if (message.empty() || message.find_first_of("<>") != std::string::npos) {
        fault(at, "{{#_}} holds plain text, not tags, and not nothing");
    }
    fault_place(at, "#_", place.word());
    piece("");
    file.words_at_.push_back(file.pieces_.size() - 1);
    file.words_.push_back({message, line(at)});
    begins_section = false;
    return end + closing.size();
}

void TemplateFile::Reader::marker(std::size_t at, std::string_view inside) {
    const char kind = inside.empty() ? '\0' : inside.front();
    if (kind == '!') {
        return;  // a comment is for the reader of the template
    }
    const bool marked = kind == '#' || kind == '/' || kind == '>';
    const std::string name(inside.substr(marked ? 1 : 0));
    if (name.empty() || name == "_" || name.ends_with("_separator") || name.starts_with("BI_") ||
        !std::all_of(name.begin(), name.end(), name_letter)) {
        fault(at,
              "{{" + std::string(inside) + "}} is no marker of ours: {{NAME}} {{#NAME}} {{/NAME}} {{>NAME}} {{!...}}");
        return;
    }
    if (kind == '#') {
        begin(at, name);
    } else if (kind == '/') {
        finish(at, name);
    } else if (kind == '>') {
        fault_place(at, std::string(inside), place.include());
        take_indentation(literal, begins_section);
        piece("{{>" + name + "}}");
        open.back().node.children.push_back({Node::Kind::include, name, {}});
    } else {
        fault_place(at, std::string(inside), place.variable());
        const std::string_view escape = place.escape();
        piece("{{" + name + (escape == "p" ? ":pre_escape}}" : "}}"));
        file.escapes_.push_back(name + ":" + std::string(escape));
        open.back().node.children.push_back({Node::Kind::variable, name, {}});
    }
    begins_section = kind == '#';
}

void TemplateFile::Reader::begin(std::size_t at, const std::string& name) {
    fault_place(at, "#" + name, place.section());
    if (std::any_of(open.begin(), open.end(), [&](const Open& outer) { return outer.node.name == name; })) {
        fault(at, "{{#" + name + "}} stands inside itself");
    }
    piece("{{#" + name + "}}");
    open.push_back({{Node::Kind::section, name, {}}, place, at});
}

void TemplateFile::Reader::finish(std::size_t at, const std::string& name) {
    if (open.size() == 1 || open.back().node.name != name) {
        fault(at,
              "{{/" + name + "}} closes what is not open here" +
                  (open.size() > 1 ? "; open is {{#" + open.back().node.name + "}}" : std::string()));
        return;
    }
    fault_place(at, "/" + name, place.section());
    if (still_understood && !place.same_as(open.back().place)) {
        fault(at, "{{#" + name + "}} ends in another place of the HTML than it began");
    }
    place.forget_inside(open.back().place);
    piece("{{/" + name + "}}");
    Node node = std::move(open.back().node);
    open.pop_back();
    open.back().node.children.push_back(std::move(node));
}

TemplateFile::TemplateFile(std::string path, std::string_view text, std::vector<std::string>& faults)
    : path_(std::move(path)) {
    Reader reader{*this, text, faults, {}, {}, {}};
    reader.read();
    scope_ = make_scope({root_.get()}, path_);
}

TemplateFile::~TemplateFile() = default;
TemplateFile::TemplateFile(TemplateFile&&) noexcept = default;

const TemplateScope* TemplateFile::make_scope(const Nodes& nodes, const std::string& path) {
    if (const auto found = scopes_.find(nodes); found != scopes_.end()) {
        return found->second.get();
    }
    auto scope = std::make_unique<TemplateScope>();
    scope->path = path;
    std::map<std::string, Nodes> sections;
    const std::function<void(const Node&)> gather = [&](const Node& node) {
        for (const Node& child : node.children) {
            if (child.kind == Node::Kind::variable) {
                scope->variables.add(child.name);
            } else if (child.kind == Node::Kind::include) {
                scope->includes.add(child.name);
            } else {
                scope->sections.add(child.name);
                sections[child.name].push_back(&child);
                gather(child);
            }
        }
    };
    for (const Node* node : nodes) {
        gather(*node);
    }
    for (const auto& [name, inside] : sections) {
        scope->section_scopes.push_back(make_scope(inside, path_ + "#" + name));
    }
    return (scopes_[nodes] = std::move(scope)).get();
}

std::string TemplateFile::in(const std::function<std::string(const std::string& message)>& translate) const {
    std::string whole = "{{%AUTOESCAPE context=\"HTML\"}}";
    std::size_t word = 0;
    for (std::size_t at = 0; at < pieces_.size(); ++at) {
        whole += pieces_[at];
        if (word < words_at_.size() && words_at_[word] == at) {
            whole += word_as_html(translate(words_[word].message));
            ++word;
        }
    }
    return whole;
}

}  // namespace vastin::kit
