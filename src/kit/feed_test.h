#pragma once
// For tests only: reads a feed back with libxml2, so that what was written is what another program finds.
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace vastin::kit {

/// An Atom document; throws std::runtime_error when it is not well-formed.
class ReadFeed {
  public:
    explicit ReadFeed(const std::string& text)
        : document_(xmlReadMemory(text.data(),
                                  static_cast<int>(text.size()),
                                  "feed",
                                  nullptr,
                                  XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)) {
        if (!document_) {
            throw std::runtime_error("not well-formed: " + text);
        }
    }
    /// The texts at an XPath with "a:" before the names of Atom: "//a:entry/a:id", "//a:link[@rel='self']/@href".
    std::vector<std::string> all(const std::string& path) const {
        const std::unique_ptr<xmlXPathContext, Free> context(xmlXPathNewContext(document_.get()));
        xmlXPathRegisterNs(context.get(),
                           reinterpret_cast<const xmlChar*>("a"),
                           reinterpret_cast<const xmlChar*>("http://www.w3.org/2005/Atom"));
        const std::unique_ptr<xmlXPathObject, Free> found(
            xmlXPathEval(reinterpret_cast<const xmlChar*>(path.c_str()), context.get()));
        std::vector<std::string> texts;
        const xmlNodeSet* nodes = found ? found->nodesetval : nullptr;
        for (int i = 0; nodes != nullptr && i < nodes->nodeNr; ++i) {
            const std::unique_ptr<xmlChar, Free> text(xmlNodeGetContent(nodes->nodeTab[i]));
            texts.emplace_back(reinterpret_cast<const char*>(text.get()));
        }
        return texts;
    }
    /// The one text at a path; "" where there is none or several.
    std::string one(const std::string& path) const {
        const auto texts = all(path);
        return texts.size() == 1 ? texts[0] : std::string();
    }

  private:
    struct Free {
        void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
        void operator()(xmlXPathContext* context) const { xmlXPathFreeContext(context); }
        void operator()(xmlXPathObject* object) const { xmlXPathFreeObject(object); }
        void operator()(xmlChar* text) const { xmlFree(text); }
    };
    std::unique_ptr<xmlDoc, Free> document_;
};

}  // namespace vastin::kit
