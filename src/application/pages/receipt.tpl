<div class="v-two"><div>
<p class="v-eyebrow">{{#_}}Receipt{{/_}} · {{CALL}}</p>
<h1>{{#_}}Application{{/_}} <span class="v-id">{{NUMBER}}</span> {{#STANDING}}{{#_}}has arrived{{/_}}{{/STANDING}}{{#WITHDRAWN}}{{#_}}has been withdrawn{{/_}}{{/WITHDRAWN}}</h1>
<p class="v-lead v-gap-3">{{TITLE}}, {{ORGANISATION}}. {{#STANDING}}{{#_}}The receipt has been sent as a message, too:{{/_}} {{EMAIL}}{{/STANDING}}{{#WITHDRAWN}}{{#_}}The application stays in the register with its number, but it is no longer handled.{{/_}}{{/WITHDRAWN}}</p>
<p class="v-actions v-gap-5"><a class="ds-button" data-variant="secondary" href="{{SENT}}">{{#_}}Open the application as sent{{/_}}</a> <a class="ds-button" data-variant="secondary" href="{{PDF}}">{{#_}}Receipt as PDF{{/_}}</a></p>
{{#STANDING}}<section class="v-section" aria-labelledby="next"><h2 id="next">{{#_}}What happens next{{/_}}</h2>
<ol class="v-life v-gap-4">{{#STEP}}<li class="{{CLASS}}"><b>{{NAME}}</b>{{WHEN}}</li>{{/STEP}}</ol></section>{{/STANDING}}
<section class="v-section" aria-labelledby="what"><h2 id="what">{{#_}}What you sent{{/_}}</h2>
<dl class="v-keys v-gap-4"><div><dt>{{#_}}Asked of the city{{/_}}</dt><dd class="v-num">{{MUNICIPAL}}</dd></div><div><dt>{{#_}}EU and State, from the main funder{{/_}}</dt><dd class="v-num">{{SUPPORT}}</dd></div><div><dt>{{#_}}Total costs{{/_}}</dt><dd class="v-num">{{TOTAL}}</dd></div><div><dt>{{#_}}Sender{{/_}}</dt><dd>{{SENDER}}</dd></div></dl></section>
{{#AFTER}}<section class="v-section v-noprint" aria-labelledby="after"><h2 id="after">{{#_}}Change or withdraw{{/_}}</h2>
{{#REOPENED}}<p class="v-text v-gap-3">{{#_}}The application is open for changes. What you last sent stands until you send the new version.{{/_}}</p><p class="v-actions v-gap-3"><a class="ds-button" href="{{ADDRESS}}">{{#_}}Go on with the changes{{/_}}</a></p>{{/REOPENED}}
{{#REOPEN}}<p class="v-text v-gap-3">{{CLOSES}}. {{#_}}Until then you may open the application, change it and send it again. What you last sent stands meanwhile; the number and the first arrival stay.{{/_}}</p><form class="v-gap-3" action="{{ACTION}}" method="post"><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><button class="ds-button" data-variant="secondary" type="submit">{{#_}}Open for changes{{/_}}</button></form>{{/REOPEN}}
{{#CLOSED}}<p class="v-text v-gap-3">{{WHY}}</p>{{/CLOSED}}{{#MAY_NOT}}<p class="v-text v-gap-3">{{#_}}Those who may send the application may also reopen and withdraw it.{{/_}}</p>{{/MAY_NOT}}
{{#WITHDRAW}}<p class="v-links v-gap-4"><a href="{{ADDRESS}}">{{#_}}Withdraw the application{{/_}}</a></p>{{/WITHDRAW}}</section>{{/AFTER}}
</div>
<aside class="v-side" aria-label="{{#_}}Checksum of the receipt{{/_}}">
<h2 class="v-h-small">{{#_}}Checksum{{/_}}</h2>
<p class="v-hash v-code v-gap-3">{{#HASH_LINE}}{{TEXT}}<br>{{/HASH_LINE}}</p>
<p class="v-meta v-gap-3">{{#_}}SHA-256 of the application in the form in which it arrived. One changed letter changes the checksum.{{/_}} <a class="v-noprint" href="{{VERIFY}}">{{#_}}Check it{{/_}}</a></p>
<dl class="v-keys v-keys--stack v-gap-5"><div><dt>{{#_}}Register number{{/_}}</dt><dd class="v-id">{{NUMBER}}</dd></div><div><dt>{{#_}}Arrived{{/_}}</dt><dd>{{ARRIVED}}</dd></div>{{#FIRST}}<div><dt>{{#_}}Arrived for the first time{{/_}}</dt><dd>{{ARRIVED}}</dd></div>{{/FIRST}}<div class="v-noprint"><dt>{{#_}}The address of this page stays{{/_}}</dt><dd>{{#_}}Keep it as a bookmark.{{/_}}</dd></div><div><dt>{{#_}}Ask{{/_}}</dt><dd>{{CONTACT_OFFICE}}, {{CONTACT_ROLE}}</dd></div></dl>
</aside></div>
