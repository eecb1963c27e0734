"""The tests of check_texts.py: python3 tools/check_texts.py --self-test"""
import pathlib
import tempfile
import unittest

from check_texts import HEAD, LANGUAGES, Faults, Message, read_cpp, read_template, run


class SelfTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.folder.name)
        (self.root / "src").mkdir()
        (self.root / "texts").mkdir()

    def tearDown(self):
        self.folder.cleanup()

    def cpp(self, text, name="a.cpp"):
        (self.root / "src" / name).write_text(text, "utf-8")

    def po(self, body, language=None):
        for one in [language] if language else LANGUAGES:
            (self.root / "texts" / f"{one}.po").write_text(HEAD.format(one) + "\n" + body, "utf-8")

    def said(self, text):
        faults, messages = Faults(), {}
        read_cpp(text, "a.cpp", messages, faults)
        return messages, faults

    def test_literals_are_found(self):
        messages, faults = self.said('x = say("One \\"a\\" "\n  "two", say("Three\\u2019s", 1), "no");')
        self.assertEqual([], faults)
        self.assertEqual(['One "a" two', "Three\u2019s"], list(messages))
        self.assertEqual([("a.cpp", 1)], messages['One "a" two'].where)

    def test_what_is_not_said_is_not_found(self):
        messages, faults = self.said('// say("a")\n/* say("b") */ f("say(\\"c\\")"); essay("d"); R"(say("e"))"; say;')
        self.assertEqual(({}, []), (messages, faults))

    def test_plurals_and_choices(self):
        messages, faults = self.said('say_count(f(a, b), "One day", "{0} days", n); say(x == "z" ? "A" : "B" "C")')
        self.assertEqual([], faults)
        self.assertEqual("{0} days", messages["One day"].plural)
        self.assertEqual(["One day", "A", "BC"], list(messages))

    def test_what_is_not_a_literal_is_a_fault(self):
        for text in ("say(name)", 'say(f("a"))', 'say_count(n, "a", many)', 'say_count(n, "a")', 'say("a" + b)', "say()"):
            self.assertEqual(1, len(self.said("\n" + text)[1]), text)
            self.assertTrue(self.said("\n" + text)[1][0].startswith("a.cpp:2: "))

    def test_only_a_message_must_have_escapes_that_are_known(self):
        self.assertEqual([], self.said('f("a\\r"); say("a\\n")')[1])
        self.assertEqual(1, len(self.said('say("a\\r")')[1]))

    def test_tables_mark_their_literals(self):
        messages, faults = self.said('{/* say */ "Draft", 1}; say(/* listed */ row.name)')
        self.assertEqual((["Draft"], []), (list(messages), faults))

    def test_two_plurals_of_a_message_are_a_fault(self):
        self.assertEqual(1, len(self.said('say_count(n, "a", "b"); say_count(n, "a", "c"); say("a")')[1]))

    def test_words_of_templates(self):
        messages = {}
        read_template("<p>\n{{#_}} Save\n   now {{/_}}</p>", "a.tpl", messages, Faults())
        self.assertEqual({"Save now": Message(None, [("a.tpl", 2)])}, messages)

    def test_all_is_well(self):
        self.cpp('say("Save {0}", x)')
        self.cpp('say("only in a test")', "a_test.cpp")
        self.po('msgid "Save {0}"\nmsgstr "Tallenna "\n"{0}"\n')
        self.assertEqual([], run(self.root))

    def test_each_fault_is_told_with_its_place(self):
        self.cpp('say("Save {0}", x);\nsay_count(n, "One", "{0}", n)')
        for body, wanted in (
            ("", 'src/a.cpp:1: not in texts/fi.po: "Save {0}"'),
            ('msgid "Save {0}"\nmsgstr ""\n', 'texts/fi.po:10: not translated: "Save {0}"'),
            ('#, fuzzy\nmsgid "Save {0}"\nmsgstr "{0}"\n', 'texts/fi.po:11: fuzzy: "Save {0}"'),
            ('msgid "Save {0}"\nmsgstr "{1}"\n', 'texts/fi.po:10: other places for values than in "Save {0}": "{1}"'),
            ('msgid "Old"\nmsgstr "Vanha"\n', 'texts/fi.po:10: said nowhere: "Old"'),
            ('msgid "Old"\nnonsense\nmsgstr "Vanha"\n', "texts/fi.po:11: not understood: nonsense"),
            ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', 'texts/fi.po:13: "a" stands twice'),
            ('msgid "One"\nmsgstr "Yksi"\n', 'texts/fi.po:10: the plural of "One" is "{0}", not "None"'),
            ('msgid "One"\nmsgid_plural "{0}"\nmsgstr[0] "a"\n', 'texts/fi.po:10: 1 forms instead of 2: "One"'),
            (
                'msgid "One"\nmsgid_plural "{0}"\nmsgstr[0] "a"\nmsgstr[1] "b"\n',
                'texts/fi.po:10: other places for values than in "{0}": "b"',
            ),
        ):
            self.po(body)
            self.assertIn(wanted, run(self.root))

    def test_the_first_form_may_show_the_number(self):
        self.cpp('say_count(n, "One day", "{0} days", n)')
        self.po('msgid "One day"\nmsgid_plural "{0} days"\nmsgstr[0] "{0} päivä"\nmsgstr[1] "{0} päivää"\n')
        self.assertEqual([], run(self.root))

    def test_add_keeps_what_is_there_in_the_order_of_the_source(self):
        self.cpp('say("New");\nsay("Save");\nsay_count(n, "One", "{0}", n)')
        self.po('msgid "Old"\nmsgstr "Vanha"\n\n# by hand\nmsgid "Save"\nmsgstr "Tallenna"\n')
        faults = run(self.root, add=True)
        text = (self.root / "texts/fi.po").read_text("utf-8")
        self.assertEqual(
            HEAD.format("fi") + '\n#: src/a.cpp:1\nmsgid "New"\nmsgstr ""\n'
            '\n# by hand\n#: src/a.cpp:2\nmsgid "Save"\nmsgstr "Tallenna"\n'
            '\n#: src/a.cpp:3\nmsgid "One"\nmsgid_plural "{0}"\nmsgstr[0] ""\nmsgstr[1] ""\n'
            '\nmsgid "Old"\nmsgstr "Vanha"\n',
            text,
        )
        self.assertEqual(6, len(faults))
        run(self.root, add=True)
        self.assertEqual(text, (self.root / "texts/fi.po").read_text("utf-8"))

    def test_prune_takes_out_what_nobody_says(self):
        self.cpp('say("Save")')
        self.po('msgid "Old"\nmsgstr "Vanha"\n\nmsgid "Save"\nmsgstr "Tallenna"\n')
        self.assertEqual([], run(self.root, take_out=True))
        self.assertNotIn("Old", (self.root / "texts/sv.po").read_text("utf-8"))

    def test_a_broken_catalogue_is_not_written_anew(self):
        self.cpp('say("Save")')
        self.po('msgid "Save"\nnonsense\nmsgstr "Tallenna"\n')
        before = (self.root / "texts/fi.po").read_text("utf-8")
        self.assertNotEqual([], run(self.root, add=True))
        self.assertEqual(before, (self.root / "texts/fi.po").read_text("utf-8"))
