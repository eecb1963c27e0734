<p class="v-eyebrow"><span class="v-id">{{NUMBER}}</span> · {{ORGANISATION}}</p>
<h1>{{TITLE}}</h1>
<p class="v-lead v-gap-3">{{#_}}The application as it arrived{{/_}} {{ARRIVED}}</p>
{{#PDF}}<p class="v-links v-noprint v-gap-3"><a href="{{ADDRESS}}">{{#_}}The application as PDF{{/_}}</a></p>{{/PDF}}
{{#OFFICIAL}}{{#WAITS}}<form class="v-gap-4" action="{{ACTION}}" method="post"><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><p class="v-actions"><button class="ds-button" data-variant="secondary" type="submit">{{#_}}Mark as looked at{{/_}}</button></p></form>{{/WAITS}}{{#LOOKED_AT}}<p class="v-meta v-gap-4">{{#_}}Looked at.{{/_}}</p>{{/LOOKED_AT}}{{/OFFICIAL}}
{{#SECTION}}<section class="v-section v-section--near"><h2>{{TITLE}}{{#OF}} <span class="v-meta">{{NAME}}</span>{{/OF}}</h2>
<dl class="v-keys v-gap-3">{{#ANSWER}}<div><dt>{{LABEL}}</dt><dd class="v-pre">{{TEXT}}{{>ROWS}}</dd></div>{{/ANSWER}}</dl></section>{{/SECTION}}
{{#ATTACHED}}{{>FILES}}{{/ATTACHED}}
{{#PLANNED}}{{>PLAN}}{{/PLANNED}}
<section class="v-section" aria-labelledby="sum"><h2 id="sum">{{#_}}Checksum{{/_}}</h2><p class="v-hash v-code v-gap-3">{{#HASH_LINE}}{{TEXT}}<br>{{/HASH_LINE}}</p><p class="v-meta v-gap-3">{{#_}}Judged by the rules with the checksum{{/_}} <span class="v-code">{{RULES}}</span></p></section>
