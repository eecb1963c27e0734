#include "kit/multipart.h"

#include <gtest/gtest.h>

#include "kit/limits.h"

namespace vastin::kit {
namespace {

/// Keeps what it is given as text: "field/name=bytes".
struct Basket : Intake {
    int begin(const Fields& before, const std::string& field, const std::string& name) override {
        seen_before = before.all().size();
        now = {field, name, 0, {}, {}, {}};
        bytes.clear();
        return refusal;
    }
    void take(std::string_view more) override { bytes.append(more); }
    UploadedFile end() override {
        now.size = static_cast<std::int64_t>(bytes.size());
        all += now.field + "/" + now.name + "=" + bytes + "\n";
        return now;
    }
    void abandon() override {}
    UploadedFile now;
    std::string bytes, all;
    std::size_t seen_before = 0;
    int refusal = 0;
};

struct Read {
    int status = 0;
    bool whole = false;
    std::string fields, files;
};

/// The form read in pieces of `step` bytes.
Read read(const std::string& body, std::size_t step = 100000, const std::string& boundary = "b") {
    Basket basket;
    Multipart form(boundary, basket);
    Read made;
    for (std::size_t at = 0; at < body.size() && made.status == 0; at += step) {
        made.status = form.feed(std::string_view(body).substr(at, step));
    }
    made.whole = made.status == 0 && form.whole();
    for (const auto& [name, value] : form.fields().all()) {
        made.fields += name + "=" + value + "\n";
    }
    made.files = basket.all;
    return made;
}

std::string part(const std::string& disposition, const std::string& content, const std::string& more = {}) {
    return "--b\r\nContent-Disposition: form-data; " + disposition + "\r\n" + more + "\r\n" + content + "\r\n";
}
const std::string end = "--b--\r\n";

TEST(Multipart, IsReadTheSameInPiecesOfAnySize) {
    std::string bytes = "\r\n--c \r\n--\r\n\r\n--b";
    bytes += '\0';
    const std::string body = part("name=\"form_secret\"", "0123") + part("name=\"note\"", "") +
                             part("name=\"file\"; filename=\"a.pdf\"", bytes, "Content-Type: application/pdf\r\n") +
                             part("name=\"file\"; filename=\"empty\"", "") +
                             part("name=\"more\"; filename=\"\"", "", "Content-Type: application/octet-stream\r\n") +
                             part("name=\"last\"", "ä\r\nb") + end;
    for (const std::size_t step : {1, 2, 3, 5, 7, 16, 61, 100000}) {
        const Read made = read(body, step);
        EXPECT_EQ(made.status, 400) << "a file may not hold its boundary: " << step;
    }
    bytes.erase(bytes.size() - 2);
    const std::string good = part("name=\"form_secret\"", "0123") + part("name=\"note\"", "") +
                             part("name=\"file\"; filename=\"a.pdf\"", bytes, "Content-Type: application/pdf\r\n") +
                             part("name=\"file\"; filename=\"empty\"", "") +
                             part("name=\"more\"; filename=\"\"", "", "Content-Type: application/octet-stream\r\n") +
                             part("name=\"last\"", "ä\r\nb") + end;
    for (const std::size_t step : {1, 2, 3, 5, 7, 16, 61, 100000}) {
        const Read made = read(good, step);
        EXPECT_EQ(made.status, 0) << step;
        EXPECT_TRUE(made.whole) << step;
        EXPECT_EQ(made.fields, "form_secret=0123\nnote=\nlast=ä\r\nb\n") << step;
        EXPECT_EQ(made.files, "file/a.pdf=" + bytes + "\nfile/empty=\n") << step;
    }
}

TEST(Multipart, NamesOfFilesComeAsBrowsersWriteThem) {
    const auto name = [](const std::string& written) {
        return read(part("name=\"f\"; filename=" + written, "x") + end).files;
    };
    EXPECT_EQ(name("\"a b.pdf\""), "f/a b.pdf=x\n");
    EXPECT_EQ(name("plain"), "f/plain=x\n");
    EXPECT_EQ(name("\"say %22hi%22%0D%0A 100%25.pdf\""), "f/say \"hi\"\r\n 100%25.pdf=x\n") << "only these three";
    EXPECT_EQ(name("\"say \\\"hi\\\".pdf\""), "f/say \"hi\".pdf=x\n");
    EXPECT_EQ(name("\"C:\\old\\a.pdf\""), "f/C:\\old\\a.pdf=x\n");
    EXPECT_EQ(name("\"päätös 😀 \u202Efdp.exe\""), "f/päätös 😀 \u202Efdp.exe=x\n") << "cleaned later, by who shows it";
    EXPECT_EQ(name("\"" + std::string(300, 'n') + "\""), "f/" + std::string(300, 'n') + "=x\n");
}

TEST(Multipart, WhatIsNoFormIsRefused) {
    const std::string good = part("name=\"a\"", "1");
    const struct {
        const char* what;
        std::string body;
    } cases[] = {
        {"no boundary", "name=value"},
        {"something before it", "preamble\r\n" + good + end},
        {"another boundary", "--c\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--c--\r\n"},
        {"something after it", good + end + "x"},
        {"a boundary that goes on", good + "--bc\r\n"},
        {"bare line feeds", "--b\nContent-Disposition: form-data; name=\"a\"\n\n1\n--b--\n"},
        {"no head", "--b\r\n\r\n1\r\n" + end},
        {"no name", part("filename=\"a\"", "1") + end},
        {"an empty name", part("name=\"\"", "1") + end},
        {"a name given twice", part("name=\"a\"; name=\"b\"", "1") + end},
        {"an open quote", part("name=\"a", "1") + end},
        {"noise after the quote", part("name=\"a\"b", "1") + end},
        {"not form-data", "--b\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n" + end},
        {"two dispositions", part("name=\"a\"", "1", "Content-Disposition: form-data; name=\"b\"\r\n") + end},
        {"an encoding that we do not undo", part("name=\"a\"", "1", "Content-Transfer-Encoding: base64\r\n") + end},
        {"a header without a colon", part("name=\"a\"", "1", "x\r\n") + end},
        {"a folded header", part("name=\"a\"", "1", "X: 1\r\n 2\r\n") + end},
        {"a head without end", "--b\r\n" + std::string(limits::upload_part_head + 10, 'x')},
        {"a field twice", good + good + end},
        {"NUL in a value", part("name=\"a\"", std::string("1\0", 2)) + end},
        {"NUL in a name", part(std::string("name=\"a\0\"", 9), "1") + end},
        {"NUL in the name of a file", part(std::string("name=\"a\"; filename=\"a\0.pdf\"", 27), "1") + end},
        {"a value that is not UTF-8", part("name=\"a\"", "\xff\xfe") + end},
        {"a name that is not UTF-8", part("name=\"a\xff\"", "1") + end},
        {"a file without a name that has bytes", part("name=\"a\"; filename=\"\"", "1") + end},
    };
    for (const auto& one : cases) {
        EXPECT_EQ(read(one.body).status, 400) << one.what;
        EXPECT_EQ(read(one.body, 1).status, 400) << one.what << ", byte by byte";
    }
    for (const std::string& half : {std::string(), good, good + "--b", good + "--b\r\nContent-", good + "--b-"}) {
        EXPECT_EQ(read(half).status, 0);
        EXPECT_FALSE(read(half).whole) << half;
    }
}

TEST(Multipart, HasLimits) {
    std::string many, files;
    for (int i = 0; i < 10'000; ++i) {
        many += part("name=\"f" + std::to_string(i) + "\"", "1");
    }
    EXPECT_EQ(read(many + end).status, 413);
    for (std::size_t i = 0; i <= limits::upload_files; ++i) {
        files += part("name=\"f\"; filename=\"a\"", "1");
    }
    EXPECT_EQ(read(files + end).status, 413);
    EXPECT_EQ(read(part("name=\"" + std::string(101, 'n') + "\"", "1") + end).status, 413);
    EXPECT_EQ(read(part("name=\"a\"", std::string(limits::request_body + 1, 'x')) + end, 1000).status, 413);
    EXPECT_EQ(read(part("name=\"a\"; filename=\"a\"", std::string(limits::request_body * 3, 'x')) + end).status, 0);
}

TEST(Multipart, AnIntakeSeesWhatCameBeforeAndMayRefuse) {
    Basket basket;
    basket.refusal = 403;
    Multipart form("b", basket);
    EXPECT_EQ(form.feed(part("name=\"a\"", "1") + part("name=\"b\"", "2") + part("name=\"f\"; filename=\"x\"", "3")),
              403);
    EXPECT_EQ(basket.seen_before, 2U);
    EXPECT_EQ(basket.bytes, "") << "nothing of the file is taken";
}

TEST(Multipart, TheBoundaryIsReadFromTheType) {
    EXPECT_EQ(multipart_boundary("multipart/form-data; boundary=----WebKitFormBoundaryx1"), "----WebKitFormBoundaryx1");
    EXPECT_EQ(multipart_boundary("multipart/form-data; charset=utf-8; boundary=\"a b\""), "a b");
    for (const char* bad :
         {"multipart/form-data",
          "multipart/form-data; boundary",
          "multipart/form-data; boundary=",
          "multipart/form-data; boundary=\"a ",
          "multipart/form-data; boundary=\"a \"",
          "multipart/form-data; boundary=a; boundary=b",
          "multipart/form-data; boundary=ä",
          "multipart/form-data; boundary=01234567890123456789012345678901234567890123456789012345678901234567890"}) {
        EXPECT_EQ(multipart_boundary(bad), std::nullopt) << bad;
    }
}

}  // namespace
}  // namespace vastin::kit
