<h1>{{#_}}Calls in preparation{{/_}}</h1>
<p class="v-lead v-gap-3">{{#_}}Prepare a call here, look at it as an applicant will, and publish it when nothing stands in the way.{{/_}}</p>
<section class="v-section v-section--near" aria-labelledby="drafts"><h2 id="drafts">{{#_}}Drafts{{/_}}</h2>
{{#NONE}}<p class="v-text v-gap-3">{{#_}}No call is being prepared.{{/_}}</p>{{/NONE}}
{{#DRAFTS}}<ul class="v-ledger v-gap-4">{{#DRAFT}}<li><h3 class="v-h-small"><a href="{{ADDRESS}}">{{NAME}}</a></h3><p class="v-meta">{{ORIGIN}} <span class="v-id">{{CODE}}</span></p><p class="v-meta">{{CHANGED}}</p></li>
{{/DRAFT}}</ul>{{/DRAFTS}}</section>
<section class="v-section" aria-labelledby="copy"><h2 id="copy">{{#_}}Begin from a call{{/_}}</h2>
<p class="v-text v-gap-3">{{#_}}The draft begins with everything that the call says. What you change is shown beside what it was. A copy becomes a call of its own; a change takes the place of the call, and before it is published you see whom it touches.{{/_}}</p>
<ul class="v-ledger v-gap-4">{{#CALL}}<li><h3 class="v-h-small"><a href="{{ADDRESS}}">{{NAME}}</a></h3><p class="v-meta">{{TIME}}</p>
<div class="v-actions"><form action="{{ACTION}}" method="post"><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><input type="hidden" name="from" value="copy"><input type="hidden" name="code" value="{{CODE}}"><button class="ds-button" data-variant="secondary" type="submit">{{#_}}Copy{{/_}}<span class="ds-sr-only"> {{NAME}}</span></button></form>
<form action="{{ACTION}}" method="post"><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><input type="hidden" name="from" value="change"><input type="hidden" name="code" value="{{CODE}}"><button class="ds-button" data-variant="secondary" type="submit">{{#_}}Change or extend{{/_}}<span class="ds-sr-only"> {{NAME}}</span></button></form></div></li>
{{/CALL}}</ul></section>
<section class="v-section" aria-labelledby="new"><h2 id="new">{{#_}}Begin from nothing{{/_}}</h2>
<p class="v-text v-gap-3">{{#_}}The draft has the questions that every call needs.{{/_}}</p>
<form class="v-gap-3" action="{{ACTION}}" method="post"><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><input type="hidden" name="from" value="nothing"><button class="ds-button" data-variant="secondary" type="submit">{{#_}}Begin a new call{{/_}}</button></form></section>
<section class="v-section" aria-labelledby="from-file"><h2 id="from-file">{{#_}}Begin from a file{{/_}}</h2>
<form class="v-form v-flow v-gap-4" action="{{ACTION}}" method="post" novalidate data-file-form><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><input type="hidden" name="from" value="file"><input type="hidden" name="name" value="call.toml">
<div class="ds-field" data-file-field hidden><label class="ds-label" for="choose">{{#_}}File{{/_}}</label><input class="ds-input" type="file" id="choose" accept=".toml,text/plain"></div>
{{>FILE}}
<p class="v-actions"><button class="ds-button" data-variant="secondary" type="submit">{{#_}}Begin from the file{{/_}}</button></p></form></section>
