<div class="v-two"><div>
<p class="v-eyebrow">{{#_}}Receipt{{/_}} · {{CALL}}</p>
<h1>{{#_}}Application{{/_}} <span class="v-id">{{NUMBER}}</span> {{#_}}has arrived{{/_}}</h1>
<p class="v-lead v-gap-3">{{TITLE}}, {{ORGANISATION}}. {{#_}}The receipt has been sent as a message, too:{{/_}} {{EMAIL}}</p>
<p class="v-actions v-gap-5"><a class="ds-button" data-variant="secondary" href="{{SENT}}">{{#_}}Open the application as sent{{/_}}</a></p>
<section class="v-section" aria-labelledby="next"><h2 id="next">{{#_}}What happens next{{/_}}</h2>
<ol class="v-life v-gap-4">{{#STEP}}<li class="{{CLASS}}"><b>{{NAME}}</b>{{WHEN}}</li>{{/STEP}}</ol></section>
<section class="v-section" aria-labelledby="what"><h2 id="what">{{#_}}What you sent{{/_}}</h2>
<dl class="v-keys v-gap-4"><div><dt>{{#_}}Asked of the city{{/_}}</dt><dd class="v-num">{{MUNICIPAL}}</dd></div><div><dt>{{#_}}EU and State, from the main funder{{/_}}</dt><dd class="v-num">{{SUPPORT}}</dd></div><div><dt>{{#_}}Total costs{{/_}}</dt><dd class="v-num">{{TOTAL}}</dd></div><div><dt>{{#_}}Sender{{/_}}</dt><dd>{{SENDER}}</dd></div></dl></section>
</div>
<aside class="v-side" aria-label="{{#_}}Checksum of the receipt{{/_}}">
<h2 class="v-h-small">{{#_}}Checksum{{/_}}</h2>
<p class="v-hash v-code v-gap-3">{{#HASH_LINE}}{{TEXT}}<br>{{/HASH_LINE}}</p>
<p class="v-meta v-gap-3">{{#_}}SHA-256 of the application in the form in which it arrived. One changed letter changes the checksum.{{/_}}</p>
<dl class="v-keys v-keys--stack v-gap-5"><div><dt>{{#_}}Register number{{/_}}</dt><dd class="v-id">{{NUMBER}}</dd></div><div><dt>{{#_}}Arrived{{/_}}</dt><dd>{{ARRIVED}}</dd></div><div><dt>{{#_}}The address of this page stays{{/_}}</dt><dd>{{#_}}Keep it as a bookmark.{{/_}}</dd></div><div><dt>{{#_}}Ask{{/_}}</dt><dd>{{CONTACT_OFFICE}}, {{CONTACT_ROLE}}</dd></div></dl>
</aside></div>
