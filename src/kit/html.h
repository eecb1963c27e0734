#pragma once
// Pages from templates (ctemplate, auto-escaping by context). A template file begins as HTML; words in it are
// {{#_}}Save{{/_}}, translated once, at load, into one frozen cache per language. Variables {{NAME}}, sections
// {{#ROWS}}...{{/ROWS}}, includes {{>SHARE_BAR}}, comments {{!...}}; no modifiers, no pragmas.
// A word is plain text in one piece. Its spaces and line breaks count as one space; it may hold references such as
// &ndash;; all else of it, and of its translations, is escaped. A sentence with values is a Phrase, never a word.
// A value may stand in text and in quoted attributes. In href, src, action and the like it is the whole beginning of
// the address (javascript: and other schemes become "#") or stands after a fixed beginning ("/calls/{{ID}}"); there the
// caller has escaped it for an address (kit::url_escaped).
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.h"
#include "kit/words.h"

namespace vastin::kit {

class Templates;

/// The values of one page or part of it, for one language: strings go in as they are and are escaped by their place in
/// the template. Cheap to make; lives as long as the page is rendered. Setting a name that the template does not have
/// is a Bug.
class View {
  public:
    /// `file` as "application/pages/edit.tpl".
    View(const Templates& templates, std::string_view file, Language language);
    ~View();
    View(View&&) noexcept;
    View& operator=(View&&) noexcept;

    Language language() const;
    const Words& words() const;

    void set(std::string_view name, std::string_view value);
    void set(std::string_view name, std::int64_t value);
    void set(std::string_view name, const Phrase& phrase);   // in the view's language
    void set(std::string_view name, const Localised& text);  // in the view's language
    void set(std::string_view name, Money money);            // 1 234,50 €
    void show(std::string_view section);                     // once, with the values of this view
    void show_if(std::string_view section, bool shown) {
        if (shown) show(section);
    }
    /// One more repetition, with values of its own; a value it does not have is looked for in the views around it.
    View row(std::string_view section);
    /// {{>NAME}} filled by this file; again: one more behind it. A part sees no value of the page around it. An include
    /// that nobody fills is nothing, as is a section not shown. An unknown file is a Bug, here.
    View part(std::string_view name, std::string_view file);
    std::string html() const;  // only on the view made from a file

  private:
    struct Inside;
    explicit View(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

/// All templates of the program, read, translated and frozen at start.
class Templates {
  public:
    /// Reads every *.tpl below `folder` (src/). Throws std::runtime_error naming file and fault: an unknown include, a
    /// variable where it is not safe (hx-*, formaction, xlink:href, tag or attribute names, scripts), a word without
    /// translation when `strict`. `strict` (tests and journeys): html() throws Bug when a shown variable was never set.
    Templates(const std::string& folder, const Words& words, bool strict);
    ~Templates();
    Templates(const Templates&) = delete;
    Templates& operator=(const Templates&) = delete;

  private:
    friend class View;
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace vastin::kit
