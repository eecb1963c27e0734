<p class="v-eyebrow">{{CALL}}</p>
<h1>{{#_}}Contacts before applying{{/_}}</h1>
<p class="v-lead v-gap-3">{{RULE}}</p>
<p class="v-text v-gap-3">{{#_}}Only an organisation whose contact is noted here can send an application to this call.{{/_}}</p>
<section class="v-section v-section--near" aria-labelledby="note-one"><h2 id="note-one">{{#_}}Note a contact{{/_}}</h2>
<form class="v-form v-flow v-gap-4" action="{{ACTION}}" method="post" novalidate>
<input type="hidden" name="form_secret" value="{{FORM_SECRET}}">
{{>NUMBER_FIELD}}
{{>DAY_FIELD}}
{{>NOTE_FIELD}}
<p class="v-actions v-gap-5"><button class="ds-button" type="submit">{{#_}}Note the contact{{/_}}</button></p>
</form></section>
<section class="v-section v-section--near" aria-labelledby="noted"><h2 id="noted">{{#_}}Noted contacts{{/_}}</h2>
{{#NONE}}<p class="v-text v-gap-3">{{#_}}No contact is noted yet.{{/_}}</p>{{/NONE}}
{{#TABLE}}<table class="v-table v-fold v-gap-3"><caption class="ds-sr-only">{{#_}}Noted contacts, the newest first{{/_}}</caption><thead><tr><th scope="col">{{#_}}Business ID{{/_}}</th><th scope="col">{{#_}}Day{{/_}}</th><th scope="col">{{#_}}What it was about{{/_}}</th><th scope="col">{{#_}}Noted by{{/_}}</th></tr></thead><tbody>{{#CONTACT}}
<tr><th scope="row" class="v-id">{{NUMBER}}</th><td data-is="{{#_}}Day{{/_}}">{{DAY}}</td><td data-is="{{#_}}What it was about{{/_}}">{{NOTE}}</td><td data-is="{{#_}}Noted by{{/_}}">{{BY}}</td></tr>{{/CONTACT}}</tbody></table>{{/TABLE}}</section>
