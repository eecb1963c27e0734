<!doctype html>
<html lang="{{LANG}}">
<head>
<meta charset="utf-8">
<title>{{TITLE}}</title>
<meta name="author" content="{{OWNER}}">
<link rel="stylesheet" href="paper:paper.css">
</head>
<body>
<p class="p-foot">{{FOOT}}</p>
<header class="p-head"><p><svg viewBox="0 0 32 32" aria-hidden="true"><rect fill="#6a767c" x="2" y="2" width="28" height="4"/><rect fill="#b85a22" x="2" y="7.5" width="28" height="6.5"/><rect fill="#0b5563" x="2" y="15.5" width="28" height="14.5"/></svg><b>Vastin</b></p><p class="p-owner">{{OWNER}}<br>{{SERVICE}}</p></header>
<main>
{{>BODY}}
</main>
</body>
</html>
