#pragma once
// A call before it opens: a draft of its file that coordinators change together, until it is published or discarded.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "call/call.h"
#include "call/call_format.h"
#include "kit/toml_tree.h"

namespace vastin::preparation {

inline constexpr std::size_t drafts_most = 100;    // drafts at once
inline constexpr std::size_t elements_most = 300;  // elements in one list of a call that is edited

enum class State { draft, published, discarded };
std::string_view code(State state);
std::optional<State> read_state(std::string_view code);
Phrase state_name(State state);

/// Where a draft comes from: nothing; a published call ("2025@HASH"), copied to be another or to take its place; a file
/// (its name).
struct Origin {
    enum class Kind { nothing, copy, file, revision };
    Kind kind = Kind::nothing;
    std::string name;
    std::string call_code() const { return name.substr(0, name.find('@')); }  // of both calls
    programme::Hash call_hash() const { return {name.substr(std::min(name.find('@'), name.size() - 1) + 1)}; }
    friend bool operator==(const Origin&, const Origin&) = default;
};
std::string_view code(Origin::Kind kind);
std::optional<Origin::Kind> read_origin(std::string_view code);

/// What a list of drafts shows.
struct Summary {
    Id<struct Draft> id;
    State state = State::draft;
    Version version;
    Origin origin;
    std::string code;  // of the call, as typed; may be empty
    Localised name;    // as typed; may be empty
    Instant created, changed;
    std::string changed_by;
    friend bool operator==(const Summary&, const Summary&) = default;
};

struct Draft {
    Summary summary;
    std::string content;  // the call's file; canonical from the first edit on
};

/// The name in the reader's language, or in another, or "A call without a name".
Phrase title_of(const Summary& summary);
/// The file of the draft as a tree. A draft is only kept when its file can be read.
kit::TomlTree tree_of(std::string_view content);
/// The code and the name that stand in the file, into `summary`.
void name_by(const kit::TomlTree& tree, Summary& summary);

/// One value to be put at a path, or taken away there.
struct Change {
    std::string path;
    std::optional<kit::TomlNode> value;
};

/// What is done with the elements of a list, or with the keys of a table of named things ([sources]).
struct ListDeed {
    enum class Kind { add, remove, move };
    Kind kind = Kind::add;
    std::string list;                  // "pots", "form.sections[2].fields", "sources"
    std::size_t position = 0, to = 0;  // of remove and move, from 1
    std::string key;                   // of named things: which one
};

/// Makes the changes. A table that is empty after it and may be missing goes, too. Refusal: a path that leads nowhere.
Done apply(kit::TomlTree& tree, const std::vector<Change>& changes);
/// Does it, and gives the path of what was added or moved, or of the list. An added table begins with what every such
/// table needs: a free key, the first words of compulsory choices, the source of the call. Refusal: not there, too
/// many, or a key that is taken.
Result<std::string> apply(kit::TomlTree& tree, const ListDeed& deed);

/// A draft read as a call: the value is of use as far as it could be read.
struct Judged {
    call::Call call;
    kit::Faults faults;
};
Judged judge(const std::string& code, std::string_view content, const programme::Programme& programme);

/// One thing that stands in the way, with the page where it is corrected.
struct Fault {
    Reason reason;  // `field` is the path of the control; "" where none is
    std::optional<call::EditorPage> page;
    int line = 0;
};
/// The page of the editor where the control of a path stands, or nothing where none does.
std::optional<call::EditorPage> page_of(const std::string& path);
/// What the loader told, for people: by label, in their language as far as it can be.
std::vector<Fault> faults_of(const kit::TomlTree& tree, const kit::Faults& faults);

/// A text that stands in some of the three languages only, or in none though it must.
struct MissingText {
    std::string path;  // "name.sv"
    Language language = Language::fi;
    call::EditorPage page = call::EditorPage::basics;
};
std::vector<MissingText> missing_texts(const kit::TomlTree& tree);

/// How an element of a list is called: by its label, title or name, or `otherwise`.
Phrase element_label(const kit::TomlNode& element, const std::string& otherwise);

/// A value that is another than in an older file.
struct Difference {
    std::string path;
    std::vector<Phrase> labels;                  // from the top down: "Payers", "EU and State", "Share"
    std::optional<kit::TomlNode> before, after;  // nothing: was not there, is gone
};
/// Values of `after` that differ from `before`, in the order of the format. Elements of lists are matched by their
/// keys.
std::vector<Difference> differences(const kit::TomlTree& before, const kit::TomlTree& after);

/// What a call that is begun from nothing has: the keys every call needs and a form with the questions that the money
/// rules ask for.
std::string_view empty_call();

}  // namespace vastin::preparation
