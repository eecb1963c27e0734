#include "kit/feed.h"

#include <libxml/xmlwriter.h>

#include <memory>
#include <stdexcept>

#include "base/instant.h"
#include "kit/utf8.h"

namespace vastin::kit {

namespace {

/// Writes elements; every failure of libxml2 is a lack of memory, told by a throw.
class Xml {
  public:
    Xml() : buffer_(xmlBufferCreate()), writer_(xmlNewTextWriterMemory(buffer_.get(), 0)) {
        if (!buffer_ || !writer_) {
            throw std::runtime_error("no memory for an XML document");
        }
        done(xmlTextWriterStartDocument(writer_.get(), nullptr, "UTF-8", nullptr));
    }
    void begin(const char* name) { done(xmlTextWriterStartElement(writer_.get(), letters(name))); }
    void end() { done(xmlTextWriterEndElement(writer_.get())); }
    void attribute(const char* name, const std::string& value) {
        if (!value.empty()) {
            done(xmlTextWriterWriteAttribute(writer_.get(), letters(name), letters(without_controls(value).c_str())));
        }
    }
    void element(const char* name, const std::string& text) {
        begin(name);
        done(xmlTextWriterWriteString(writer_.get(), letters(without_controls(text).c_str())));
        end();
    }
    std::string text() {
        done(xmlTextWriterEndDocument(writer_.get()));
        return {reinterpret_cast<const char*>(xmlBufferContent(buffer_.get())),
                static_cast<std::size_t>(xmlBufferLength(buffer_.get()))};
    }

  private:
    static const xmlChar* letters(const char* text) { return reinterpret_cast<const xmlChar*>(text); }
    static void done(int result) {
        if (result < 0) {
            throw std::runtime_error("an XML document cannot be written");
        }
    }
    struct Free {
        void operator()(xmlBufferPtr buffer) const { xmlBufferFree(buffer); }
        void operator()(xmlTextWriterPtr writer) const { xmlFreeTextWriter(writer); }
    };
    std::unique_ptr<xmlBuffer, Free> buffer_;
    std::unique_ptr<xmlTextWriter, Free> writer_;  // goes before its buffer
};

void write_links(Xml& xml, const std::vector<FeedLink>& links) {
    for (const FeedLink& link : links) {
        xml.begin("link");
        xml.attribute("rel", link.rel);
        xml.attribute("type", link.type);
        xml.attribute("href", link.address);
        xml.attribute("hreflang", link.language);
        xml.end();
    }
}

void write_entry(Xml& xml, const FeedEntry& entry) {
    xml.begin("entry");
    xml.element("id", entry.id);
    xml.element("title", entry.title);
    xml.element("published", write_instant(entry.published));
    xml.element("updated", write_instant(entry.updated));
    write_links(xml, entry.links);
    for (const FeedCategory& category : entry.categories) {
        xml.begin("category");
        xml.attribute("term", category.term);
        xml.attribute("label", category.label);
        xml.end();
    }
    xml.element("summary", entry.summary);
    xml.end();
}

}  // namespace

std::string atom(const Feed& feed) {
    [[maybe_unused]] static const bool ready = (xmlInitParser(), true);  // its first use is not safe among threads
    Xml xml;
    xml.begin("feed");
    xml.attribute("xmlns", "http://www.w3.org/2005/Atom");
    xml.attribute("xml:lang", feed.language);
    xml.element("id", feed.id);
    xml.element("title", feed.title);
    xml.element("updated", write_instant(feed.updated));
    xml.begin("author");
    xml.element("name", feed.author);
    xml.end();
    xml.element("generator", "Vastin");
    write_links(xml, feed.links);
    for (const FeedEntry& entry : feed.entries) {
        write_entry(xml, entry);
    }
    xml.end();
    return xml.text();
}

}  // namespace vastin::kit
