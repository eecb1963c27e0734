<h1>{{#_}}Feedback on accessibility{{/_}}</h1>
<p class="v-lead v-gap-3">{{#_}}Tell us when something in this service does not work for you. You need no account.{{/_}} {{ANSWERED}}</p>
<form class="v-form v-flow v-gap-5" action="{{ACTION}}" method="post" novalidate>
<input type="hidden" name="form_secret" value="{{FORM_SECRET}}">
{{>TEXT}}
{{>PAGE}}
{{>NAME}}
{{>EMAIL}}
<p class="v-actions v-gap-5"><button class="ds-button" type="submit">{{#_}}Send the feedback{{/_}}</button></p>
</form>
