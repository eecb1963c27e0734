<h1>{{#_}}Sign in{{/_}}</h1>
<form class="v-form v-flow v-gap-5" action="{{ACTION}}" method="post" novalidate>
<input type="hidden" name="next" value="{{NEXT}}">
{{>EMAIL}}
{{>PASSWORD}}
<p class="v-actions v-gap-5"><button class="ds-button" type="submit">{{#_}}Sign in{{/_}}</button></p>
</form>
<p class="v-meta v-gap-5">{{#_}}An account is made by the city's administrator, who sends a one-time link.{{/_}}</p>
