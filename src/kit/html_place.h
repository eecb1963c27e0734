#pragma once
// Where in the HTML a marker of a template stands, and whether it may stand there. Of kit/html only.
//
// ctemplate escapes by context, but knows too few contexts (docs: hx-*, formaction, xlink:href, srcdoc and names are
// not escaped for what they are). So a value or a word may stand in text and in quoted attributes that are not code,
// and nowhere else. A section must end where it began, so that a page with and without it is the same kind of HTML.
#include <string>
#include <string_view>

namespace vastin::kit {

/// Reads HTML bit by bit and knows where it is.
class HtmlPlace {
  public:
    /// The HTML between two markers. What is wrong with it, or "".
    std::string read(std::string_view html);

    // Each gives what is wrong with such a marker here, or "".
    std::string variable();
    std::string word() const;
    std::string include() const;
    std::string section();  // {{#NAME}} or {{/NAME}}
    std::string end() const;

    /// How ctemplate must escape a value here, as it names it: an address at its beginning "U=html", later "h", all
    /// else "p", which escapes the same letters as "h" but leaves line breaks alone ("h" makes a long answer one line).
    std::string_view escape() const;

    /// A place to come back to: {{/NAME}} must find what {{#NAME}} left.
    bool same_as(const HtmlPlace& other) const;
    /// What only the section held is not sure to stand before what follows: at {{/NAME}}, with the place of {{#NAME}}.
    void forget_inside(const HtmlPlace& before);

  private:
    enum class Where {
        text,
        tag_start,  // after <
        tag_name,
        in_tag,  // between attributes
        attribute_name,
        after_name,    // behind a name and a space
        before_value,  // after =
        quoted,
        bare,  // a value without quotes
        comment,
        declaration,
        raw,  // inside script or style
    };
    std::string next(char c);
    void next_outside(char c);
    std::string next_in_tag(char c);
    void next_in_value(char c);
    void close_tag();
    bool address() const;
    std::string attribute_fault() const;

    Where where_ = Where::text;
    std::string tag_, attribute_;
    std::string tail_;          // the last letters, to find the end of comments and scripts
    char quote_ = '"';          // of the value
    bool cut_ = false;          // a section has just ended a name
    bool value_begun_ = false;  // something stands in the value
    bool variable_seen_ = false;
    bool address_fixed_ = false;  // what stands in the value for sure makes it an address of a harmless kind
    std::string address_head_;
};

}  // namespace vastin::kit
