<h1>{{#_}}Sign in{{/_}}</h1>
<p class="v-lead v-gap-3">{{#_}}This is a demo town. Choose who you are; no password is asked.{{/_}}</p>
<ul class="v-ledger v-gap-5">{{#DOOR}}<li><h2 class="v-h-small">{{NAME}}</h2><p class="v-meta">{{ORGANISATION}}</p><p class="v-meta">{{ROLE}}</p><form action="{{ACTION}}" method="post"><input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><input type="hidden" name="account" value="{{ACCOUNT}}"><input type="hidden" name="next" value="{{NEXT}}"><button class="ds-button" data-variant="secondary" type="submit">{{#_}}Sign in{{/_}}<span class="ds-sr-only"> {{NAME}}</span></button></form></li>{{/DOOR}}</ul>
<section class="v-section v-section--near" aria-labelledby="own"><h2 id="own">{{#_}}With an account of your own{{/_}}</h2>
<p class="v-text v-gap-3">{{#_}}Accounts can be made here as in a real town. The letters come into the mailbox of the town.{{/_}}</p>
{{>SIGN_IN_FORM}}</section>
