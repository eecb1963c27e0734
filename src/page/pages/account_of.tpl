<h1>{{NAME}}</h1>
{{#DONE}}<p class="v-note v-gap-4" role="status">{{TEXT}}</p>{{/DONE}}
<dl class="v-keys v-gap-5">{{#KEY}}<div><dt>{{NAME}}</dt><dd>{{VALUE}}</dd></div>{{/KEY}}</dl>
<section class="v-section v-section--near" aria-labelledby="change"><h2 id="change">{{#_}}Role{{/_}}</h2>
<p class="v-text v-gap-3">{{#_}}The person is signed out, gets a letter and has the new role after signing in again. Who becomes an official no longer sees the applications of their own in this account.{{/_}}</p>
<form class="v-form v-flow v-gap-4" action="{{ACTION}}" method="post" novalidate><input type="hidden" name="form_secret" value="{{FORM_SECRET}}">
{{>FIELD}}
<p class="v-actions v-gap-5"><button class="ds-button" type="submit">{{#_}}Give the role{{/_}}</button></p></form></section>
<section class="v-section v-section--near" aria-labelledby="history"><h2 id="history">{{#_}}Roles given before{{/_}}</h2>
{{#NEVER}}<p class="v-text v-gap-3">{{#_}}The role of this account has not been changed.{{/_}}</p>{{/NEVER}}
<ul class="v-ledger v-ledger--gap">{{#GIVEN}}<li><h3>{{WHAT}}</h3><p class="v-meta">{{WHEN}}</p><p class="v-meta">{{WHO}}</p></li>{{/GIVEN}}</ul></section>
