#include "kit/pdf.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "cast.h"
#include "kit/log.h"

namespace vastin::kit {

namespace {

std::string worker() {
    std::ifstream file(cast::source() + "/src/kit/pdf_worker.py");
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string page(const std::string& body, const std::string& head = {}) {
    return "<!doctype html><html lang=\"fi\"><head><title>Kuittaus</title>" + head + "</head><body>" + body +
           "</body></html>";
}

/// A child that runs a line of shell.
ChildSettings shell(const std::string& line) { return {.command = {"/bin/sh", "-c", line}}; }

TEST(Pdf, IsMadeForReadersWithItsTitleAndLanguage) {
    const PdfMaker maker(worker(), {{"paper.css", "text/css", "h1 { color: red }"}});
    const auto made = maker.make(page("<h1>Hakemus \xc3\xa4 \xf0\x9f\x98\x80 \xd7\xa9</h1>",
                                      "<link rel=\"stylesheet\" href=\"paper:paper.css\">"),
                                 "https://tuki.example.fi");
    ASSERT_TRUE(made.has_value());
    EXPECT_TRUE(made->starts_with("%PDF-1.7"));
    EXPECT_NE(made->find("pdfuaid:part"), std::string::npos);
    EXPECT_NE(made->find("/Lang (fi)"), std::string::npos);
}

TEST(Pdf, HoldsNothingThatItWasNotGiven) {
    log_quietly(true);
    const auto made = PdfMaker(worker(), {})
                          .make(page("<p>a</p><img src=\"file:///etc/hostname\">",
                                     "<link rel=\"attachment\" href=\"file:///etc/hostname\">"
                                     "<link rel=\"stylesheet\" href=\"paper:other.css\">"
                                     "<link rel=\"stylesheet\" href=\"http://127.0.0.1:1/a.css\">"),
                                "https://tuki.example.fi");
    ASSERT_TRUE(made.has_value());
    EXPECT_EQ(made->find("/EmbeddedFile"), std::string::npos);
}

TEST(Pdf, SaysWhyThereIsNone) {
    log_quietly(true);
    const auto fault = [](const ChildSettings& child) { return PdfMaker("", {}, 1, child).make("", "").error(); };
    EXPECT_EQ(fault({.command = {"/nothing/here"}}), PdfFault::missing);
    EXPECT_EQ(fault(shell("exit 3")), PdfFault::missing);
    EXPECT_EQ(fault(shell("exit 1")), PdfFault::failed);
    EXPECT_EQ(fault(shell("echo no PDF")), PdfFault::failed);
    EXPECT_EQ(PdfMaker("", {}, 0, shell("echo %PDF-")).make("", "").error(), PdfFault::busy);
}

TEST(Child, IsFedReadAndEnded) {
    const auto all = run_child(shell("echo said >&2; exec cat"), std::string(300'000, 'x'));
    EXPECT_EQ(all.status, 0);
    EXPECT_EQ(all.output.size(), 300'000U);
    EXPECT_EQ(all.said, "said\n");
    ChildSettings slow = shell("exec sleep 20");
    slow.time = Duration{200};
    EXPECT_EQ(run_child(slow, "").status, -1);
    ChildSettings much = shell("exec head -c 1000000 /usr/bin/python3");
    much.output = 1000;
    EXPECT_EQ(run_child(much, "").status, -1);
}

TEST(Child, ReadsAndWritesOnlyWhatItMay) {
    const std::string secret = std::filesystem::temp_directory_path() / "vastin-child-secret";
    std::ofstream(secret) << "secret";
    EXPECT_EQ(run_child(shell("exec cat " + secret), "").output, "");
    EXPECT_EQ(run_child(shell("echo a > $TMPDIR/a; read x < $TMPDIR/a; echo $x"), "").output, "a\n");
    EXPECT_NE(run_child(shell("echo a > " + secret), "").status, 0);
    std::filesystem::remove(secret);
    const auto socket = run_child({.command = {"/usr/bin/python3", "-I", "-c", "import socket; socket.socket()"}}, "");
    EXPECT_NE(socket.said.find("PermissionError"), std::string::npos) << socket.said;
}

}  // namespace

}  // namespace vastin::kit
