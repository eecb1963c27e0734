<p class="v-eyebrow"><span class="v-id">{{NUMBER}}</span> · {{ORGANISATION}}</p>
<h1>{{TITLE}}</h1>
<p class="v-lead v-gap-3">{{#_}}The application as it arrived{{/_}} {{ARRIVED}}</p>
{{#SECTION}}<section class="v-section v-section--near"><h2>{{TITLE}}</h2>
<dl class="v-keys v-gap-3">{{#ANSWER}}<div><dt>{{LABEL}}</dt><dd>{{TEXT}}</dd></div>{{/ANSWER}}</dl></section>{{/SECTION}}
{{#PLANNED}}{{>PLAN}}{{/PLANNED}}
<section class="v-section" aria-labelledby="sum"><h2 id="sum">{{#_}}Checksum{{/_}}</h2><p class="v-hash v-code v-gap-3">{{#HASH_LINE}}{{TEXT}}<br>{{/HASH_LINE}}</p><p class="v-meta v-gap-3">{{#_}}Judged by the rules with the checksum{{/_}} <span class="v-code">{{RULES}}</span></p></section>
