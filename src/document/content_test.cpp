#include "document/content.h"

#include <gtest/gtest.h>

#include "samples.h"

namespace vastin::document {
namespace {

using cast::little;
using cast::pdf_file;
using cast::zip_file;

/// "pdf", or "no: locked".
std::string said(const std::string& bytes) {
    const Found found = look(readable(bytes));
    return found.kind ? std::string(code(*found.kind)) : "no: " + std::string(code(found.fault));
}

TEST(Content, WhatMayBeSentIsKnownByItsContent) {
    EXPECT_EQ(said(pdf_file()), "pdf");
    EXPECT_EQ(said(pdf_file("about /Encrypt in a text")), "pdf") << "only the trailer says that it is locked";
    EXPECT_EQ(said(cast::docx_file()), "docx");
    EXPECT_EQ(said(zip_file({{"[Content_Types].xml", "x"}, {"xl/workbook.xml", "y"}})), "xlsx");
    EXPECT_EQ(said(zip_file({{"[Content_Types].xml", "x"}, {"ppt/presentation.xml", "y"}})), "pptx");
    const auto odf = [](const std::string& type) {
        return zip_file({{"mimetype", "application/vnd.oasis.opendocument." + type, 0, 0}, {"content.xml", "packed"}});
    };
    EXPECT_EQ(said(odf("text")), "odt");
    EXPECT_EQ(said(odf("spreadsheet")), "ods");
    EXPECT_EQ(said(odf("presentation")), "no: unknown");
    EXPECT_EQ(said(cast::png_file()), "png");
    EXPECT_EQ(said("\xFF\xD8\xFF\xE0 picture \xFF\xD9"), "jpeg");
    EXPECT_EQ(said("Nimi;Summa\r\nPäätös;1 234,50 €\n"), "text");
    EXPECT_EQ(said("\xEF\xBB\xBF"
                   "a\tb\n"),
              "text")
        << "with a mark of byte order";
    std::string long_text;
    while (long_text.size() < 600'000) {
        long_text += "aä€😀";
    }
    EXPECT_EQ(said(long_text), "text") << "letters that lie across two chunks";
}

TEST(Content, WhatMayNotIsToldApart) {
    const struct {
        const char* what;
        std::string bytes, said;
    } cases[] = {
        {"nothing", "", "empty"},
        {"a program", cast::exe_file(), "program"},
        {"a program of Linux",
         "\x7F"
         "ELF",
         "program"},
        {"a script", "#!/bin/sh\n", "program"},
        {"a moving picture", "GIF89a", "picture"},
        {"a picture of a telephone", std::string("\0\0\0\x18", 4) + "ftypheic", "picture"},
        {"a packed folder", zip_file({{"a.txt", "x"}}), "archive"},
        {"another packed folder", "7z\xBC\xAF\x27\x1C", "archive"},
        {"rich text", "{\\rtf1 x}", "old_office"},
        {"letters of old", "caf\xE9", "encoding"},
        {"letters cut off", "caf\xC3", "encoding"},
        {"UTF-16",
         std::string("\xFF\xFE"
                     "a\0",
                     4),
         "unknown"},
        {"control letters", std::string("a\0b", 3), "unknown"},
        {"a PDF under a password", pdf_file("x", "/Encrypt 5 0 R"), "locked"},
        {"half a PDF", pdf_file(std::string(10'000, 'x')).substr(0, 5'000), "broken"},
        {"half a DOCX", cast::docx_file().substr(0, 60), "broken"},
        {"a DOCX with programs",
         zip_file({{"[Content_Types].xml", "x"}, {"word/document.xml", "y"}, {"word/vbaProject.bin", "z"}}),
         "macros"},
        {"an office file of no known form", zip_file({{"[Content_Types].xml", "x"}}), "unknown"},
        {"a locked entry", zip_file({{"[Content_Types].xml", "x"}, {"word/document.xml", "y", 1}}), "locked"},
        {"an ODT under a password",
         zip_file({{"mimetype", "application/vnd.oasis.opendocument.text", 0, 0}, {"content.xml", "\x8F\x01", 0, 0}}),
         "locked"},
        {"a bomb", zip_file({{"[Content_Types].xml", "x"}, {"word/document.xml", "y", 0, 8, 400'000'000}}), "bomb"},
        {"a large bomb of many", zip_file({{"a", "x", 0, 8, 4'000'000'000}, {"b", "x"}}), "bomb"},
        {"a way out of the folder", zip_file({{"[Content_Types].xml", "x"}, {"../../etc/passwd", "y"}}), "broken"},
        {"a link", zip_file({{"[Content_Types].xml", "x", 0, 8, 0, 0xA1FF0000}}), "broken"},
        {"an enormous picture", cast::png_file(60'000, 60'000), "bomb"},
        {"a picture of nothing", cast::png_file(0, 10), "broken"},
        {"half a photograph", "\xFF\xD8\xFF\xE0 picture", "broken"},
    };
    for (const auto& one : cases) {
        EXPECT_EQ(said(one.bytes), "no: " + one.said) << one.what;
    }
}

TEST(Content, AnOldOfficeFileAndALockedNewOneAreToldApart) {
    std::string file = std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") + std::string(504, '\0');
    file.replace(30, 2, little(9, 2));
    file.replace(48, 4, little(1, 4));
    std::string folder(1024, '\0');
    EXPECT_EQ(said(file + std::string(512, '\0') + folder), "no: old_office");
    std::string name;
    for (const char c : std::string("EncryptedPackage")) {
        name += c;
        name += '\0';
    }
    folder.replace(128, name.size(), name);
    EXPECT_EQ(said(file + std::string(512, '\0') + folder), "no: locked");
    EXPECT_EQ(said(file.substr(0, 100)), "no: broken");
}

TEST(Content, AFileOfNoiseBehindAnyBeginningEndsQuickly) {
    std::string noise;
    unsigned state = 7;
    for (int i = 0; i < 50'000; ++i) {
        state = state * 1664525u + 1013904223u;
        noise += static_cast<char>(state >> 24);
    }
    for (const std::string& begin : {std::string("%PDF-"),
                                     std::string("PK\x03\x04"),
                                     std::string("\x89PNG\r\n\x1A\n"),
                                     std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
                                     std::string("\xFF\xD8\xFF")}) {
        EXPECT_TRUE(said(begin + noise).starts_with("no: ") || begin[0] == '\xFF') << begin;
        EXPECT_TRUE(said(begin).starts_with("no: ")) << begin;
    }
    // ends of whole files that say odd things of where their tables are
    for (const char* at : {"99999999999999999999", "-5", "0", "1", ""}) {
        said("%PDF-1.4\nstartxref\n" + std::string(at) + "\n%%EOF");
    }
    std::string zip = cast::docx_file();
    for (std::size_t i = 0; i < zip.size(); ++i) {
        std::string other = zip;
        other[i] = static_cast<char>(other[i] ^ 0xFF);
        said(other);
        said(zip.substr(0, i));
    }
}

TEST(Content, EveryFaultHasItsSentenceAndEveryKindItsWords) {
    for (const Fault fault : {Fault::empty,
                              Fault::too_big,
                              Fault::too_much,
                              Fault::unknown,
                              Fault::program,
                              Fault::picture,
                              Fault::archive,
                              Fault::old_office,
                              Fault::locked,
                              Fault::macros,
                              Fault::encoding,
                              Fault::bomb,
                              Fault::broken}) {
        EXPECT_EQ(read_fault(code(fault)), fault);
        EXPECT_NE(told(fault, "a.pdf").message.find("{0}"), std::string::npos) << "it names the file";
    }
    for (const Kind kind : kinds) {
        EXPECT_EQ(read_kind(code(kind)), kind);
        EXPECT_FALSE(media_type(kind).empty() || shown(kind).empty());
    }
    EXPECT_EQ(read_kind("exe"), std::nullopt);
}

TEST(FileName, IsCleanAndEndsAsItsKind) {
    const struct {
        const char* sent;
        Kind kind;
        const char* name;
    } cases[] = {
        {"Liite 1.PDF", Kind::pdf, "Liite 1.pdf"},
        {"C:\\Users\\anna\\liite.pdf", Kind::pdf, "liite.pdf"},
        {"../../etc/passwd", Kind::text, "passwd.txt"},
        {"kuva.JPG", Kind::jpeg, "kuva.jpg"},
        {"kuva.jpeg", Kind::jpeg, "kuva.jpeg"},
        {"luvut.csv", Kind::text, "luvut.csv"},
        {"luvut", Kind::xlsx, "luvut.xlsx"},
        {"ohjelma.exe", Kind::pdf, "ohjelma.exe.pdf"},
        {"a:b*c?\"<d>|.pdf", Kind::pdf, "a-b-c---d--.pdf"},
        {"päätös 😀.pdf", Kind::pdf, "päätös 😀.pdf"},
        {"evil\u202Efdp.exe", Kind::pdf, "evilfdp.exe.pdf"},
        {"a\r\nSet-Cookie: x\u0007.pdf", Kind::pdf, "aSet-Cookie- x.pdf"},
        {"\u200B\uFEFF.pdf", Kind::pdf, "pdf.pdf"},
        {"", Kind::pdf, "file.pdf"},
        {"   ...", Kind::docx, "file.docx"},
        {".htaccess", Kind::text, "htaccess.txt"},
        {"مرفق.pdf", Kind::pdf, "مرفق.pdf"},
    };
    for (const auto& one : cases) {
        EXPECT_EQ(clean_name(one.sent, one.kind), one.name) << one.sent;
    }
    EXPECT_EQ(clean_name(std::string(300, 'n') + ".pdf", Kind::pdf), std::string(116, 'n') + ".pdf");
    std::string letters;
    for (int i = 0; i < 300; ++i) {
        letters += "ä";
    }
    EXPECT_EQ(clean_name(letters + ".pdf", Kind::pdf), letters.substr(0, 232) + ".pdf") << "whole letters";
    EXPECT_EQ(shown_name("/tmp/virus.exe"), "virus.exe");
}

}  // namespace
}  // namespace vastin::document
