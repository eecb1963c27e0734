<h1>{{NAME}}</h1>
<p class="v-lead v-gap-3">{{WHOM}}</p>
<dl class="v-keys v-gap-5">{{#KEY}}<div><dt>{{NAME}}</dt><dd>{{VALUE}}</dd></div>{{/KEY}}</dl>
{{#CONFIRM}}<section class="v-section v-section--near" aria-labelledby="confirm"><h2 id="confirm">{{HEADING}}</h2>
<p class="v-text v-gap-3">{{TEXT}}</p>
<form class="v-form v-flow v-gap-4" action="{{ACTION}}" method="post" novalidate><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><input type="hidden" name="deed" value="confirm">
{{>FIELD}}
<p class="v-actions v-gap-4"><button class="ds-button" type="submit">{{BUTTON}}</button></p></form></section>{{/CONFIRM}}
{{#DECLINE}}<section class="v-section v-section--near" aria-labelledby="decline"><h2 id="decline">{{HEADING}}</h2>
<form class="v-form v-flow v-gap-4" action="{{ACTION}}" method="post" novalidate><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><input type="hidden" name="deed" value="decline">
{{>FIELD}}
<p class="v-actions v-gap-4"><button class="ds-button" data-variant="secondary" type="submit">{{BUTTON}}</button></p></form></section>{{/DECLINE}}
