<form class="v-form v-flow v-gap-5" action="{{ACTION}}" method="post" novalidate>
<input type="hidden" name="form_secret" value="{{FORM_SECRET}}"><input type="hidden" name="next" value="{{NEXT}}">
{{>EMAIL}}
{{>PASSWORD}}
<p class="v-actions v-gap-5"><button class="ds-button" type="submit">{{#_}}Sign in{{/_}}</button></p>
</form>
<ul class="v-bare v-gap-5"><li><a href="{{FORGOTTEN}}">{{#_}}I have forgotten my password{{/_}}</a></li><li class="v-gap-2"><a href="{{REGISTER}}">{{#_}}Make an account{{/_}}</a></li></ul>
