<h1>{{HEADING}}</h1>
{{#LEAD}}<p class="v-lead v-gap-3">{{TEXT}}</p>{{/LEAD}}
<form class="v-form v-flow v-gap-5" action="{{ACTION}}" method="post" novalidate>
<input type="hidden" name="form_secret" value="{{FORM_SECRET}}">
{{>FIELD}}
<p class="v-actions v-gap-5"><button class="ds-button" type="submit">{{BUTTON}}</button>{{#BACK}}<a href="{{ADDRESS}}">{{#_}}Back without changing anything{{/_}}</a>{{/BACK}}</p>
</form>
