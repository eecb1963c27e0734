<h1>{{#_}}Projects{{/_}}</h1>
<p class="v-lead v-gap-3">{{COUNT}}</p>
<form class="v-search v-gap-5" action="{{PATH}}" method="get" role="search">{{#THEME}}<input type="hidden" name="theme" value="{{CODE}}">{{/THEME}}<div class="ds-field"><label class="ds-label" for="q">{{#_}}Search by name, implementer or business ID{{/_}}</label><input class="ds-input" id="q" name="q" type="search" value="{{WORDS}}"></div><button class="ds-button" data-variant="secondary" type="submit">{{#_}}Search{{/_}}</button></form>
{{#SEARCHED}}<p class="v-gap-3"><a href="{{ADDRESS}}">{{#_}}Show all projects{{/_}}</a></p>{{/SEARCHED}}
{{#NONE}}<p class="v-gap-5">{{#_}}No project was found. Try fewer or other words.{{/_}}</p>{{/NONE}}
<h2 class="ds-sr-only">{{#_}}List of projects{{/_}}</h2>
<ul class="v-ledger v-gap-5">
{{#PROJECT}}<li>{{>ROW}}</li>
{{/PROJECT}}</ul>
<p class="v-more v-inline">{{#FIRST}}<a href="{{ADDRESS}}">{{#_}}First page{{/_}}</a>{{/FIRST}}{{#NEXT}}<a href="{{ADDRESS}}" rel="next">{{#_}}Next page{{/_}}</a>{{/NEXT}}</p>
<p class="v-meta v-gap-3">{{#_}}Sums are EU and state support. Newest first.{{/_}}</p>
