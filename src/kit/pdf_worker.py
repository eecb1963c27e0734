"""Makes one PDF: a line of JSON, the resources it names and the HTML come in, the PDF goes out. Run by kit/pdf.cpp in a
process without network; whatever the HTML asks for that was not given is refused."""
import json
import sys


def main():
    try:
        import weasyprint
    except ImportError:
        return 3
    source = sys.stdin.buffer
    head = json.loads(source.readline())
    given = {one["name"]: (one["type"], source.read(one["size"])) for one in head["resources"]}

    def fetch(url, timeout=None, ssl_context=None):
        kind, _, name = url.partition(":")
        if kind != "paper" or name not in given:
            raise ValueError("not given to this paper: " + url)
        return {"string": given[name][1], "mime_type": given[name][0]}

    html = weasyprint.HTML(string=source.read().decode(), base_url=head["base"], url_fetcher=fetch)
    sys.stdout.buffer.write(html.write_pdf(variant="pdf/ua-1"))
    return 0


sys.exit(main())
